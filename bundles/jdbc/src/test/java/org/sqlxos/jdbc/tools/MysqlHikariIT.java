package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class MysqlHikariIT extends HikariSuite {
  MysqlHikariIT() {
    super(
        DatabaseServer.MYSQL,
        "SELECT concat('KILL ', id) FROM information_schema.PROCESSLIST WHERE user = '%s'",
        "SELECT 1 FROM information_schema.ENGINES WHERE SLEEP(60)");
  }
}
