package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlNestedTypeIT extends NestedTypeSuite {

  PostgresqlNestedTypeIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
