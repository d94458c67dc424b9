package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlHikariIT extends HikariSuite {
  PostgresqlHikariIT() {
    super(
        DatabaseServer.POSTGRESQL,
        "SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity WHERE usename = '%s'",
        "SELECT pg_sleep(60)");
  }
}
