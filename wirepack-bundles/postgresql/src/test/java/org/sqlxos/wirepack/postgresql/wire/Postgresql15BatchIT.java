package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15BatchIT extends BatchSuite {

  Postgresql15BatchIT(TestDatabase database) {
    super(database);
  }
}
