package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.testkit.session.Sessions;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15TlsIT extends TlsSuite {

  Postgresql15TlsIT(TestDatabase database) {
    super(database);
  }

  @Test
  void knowsNoEncryptionFromTheFirstByteOn() {
    String url = url("127.0.0.1", "sslnegotiation=direct&sslmode=require");
    assertEquals("SQLX629", Sessions.code(() -> Wire.open(url)));
  }
}
