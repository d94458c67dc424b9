package org.sqlxos.jdbc;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlOracleIT extends OracleSuite {
  PostgresqlOracleIT() {
    super(
        DatabaseServer.POSTGRESQL,
        "int",
        "bigint",
        "smallint",
        "numeric(30,4)",
        "double precision",
        "text",
        "boolean",
        "bytea",
        "date",
        "time",
        "timestamp");
  }
}
