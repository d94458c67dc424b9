package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlTimeTypeIT extends TimeTypeSuite {

  PostgresqlTimeTypeIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
