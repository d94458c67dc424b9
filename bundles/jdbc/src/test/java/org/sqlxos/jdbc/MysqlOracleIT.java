package org.sqlxos.jdbc;

import org.sqlxos.testkit.server.DatabaseServer;

class MysqlOracleIT extends OracleSuite {
  MysqlOracleIT() {
    super(
        DatabaseServer.MYSQL,
        "int",
        "bigint",
        "smallint",
        "decimal(30,4)",
        "double",
        "text",
        "boolean",
        "blob",
        "date",
        "time",
        "datetime(6)");
  }
}
