package org.sqlxos.jdbc.tools;

import org.jooq.SQLDialect;
import org.sqlxos.testkit.server.DatabaseServer;

class MysqlJooqIT extends JooqSuite {
  MysqlJooqIT() {
    super(DatabaseServer.MYSQL, SQLDialect.MYSQL);
  }
}
