package org.sqlxos.jdbc.tools;

import org.jooq.SQLDialect;
import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlJooqIT extends JooqSuite {
  PostgresqlJooqIT() {
    super(DatabaseServer.POSTGRESQL, SQLDialect.POSTGRES);
  }
}
