package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
@Reached(
    by = {"aurora-mysql", "planetscale", "tidb", "singlestore"},
    on = "MySQL 8.0",
    how = Reached.How.COMPATIBLE)
class MysqlCompatibleIT extends CompatibleRest {

  @Override
  String table() {
    return "CREATE TABLE notes (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
        + " title VARCHAR(80) NOT NULL UNIQUE, stars INT)";
  }
}
