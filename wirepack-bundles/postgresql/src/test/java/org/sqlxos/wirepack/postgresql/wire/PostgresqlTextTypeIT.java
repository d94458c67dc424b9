package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlTextTypeIT extends TextTypeSuite {

  PostgresqlTextTypeIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
