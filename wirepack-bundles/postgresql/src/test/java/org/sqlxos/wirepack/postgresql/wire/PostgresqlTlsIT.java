package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.testkit.session.Sessions;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlTlsIT extends TlsSuite {

  private final String root;

  PostgresqlTlsIT(TestDatabase database) {
    super(database);
    root = "&sslrootcert=" + database.certificateAuthority();
  }

  @Test
  void encryptsFromTheFirstByteOn() {
    String direct = "sslnegotiation=direct";
    assertEquals(true, encrypted(url("127.0.0.1", direct + "&sslmode=require")));
    assertEquals(
        true,
        encrypted(
            url("localhost", direct + "&sslmode=verify-full&channel_binding=require" + root)));
    assertEquals(
        "SQLX629",
        Sessions.code(() -> Wire.open(url("127.0.0.1", direct + "&sslmode=verify-full"))));
  }
}
