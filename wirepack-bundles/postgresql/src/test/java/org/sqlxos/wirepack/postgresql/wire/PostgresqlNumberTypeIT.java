package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlNumberTypeIT extends NumberTypeSuite {

  PostgresqlNumberTypeIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
