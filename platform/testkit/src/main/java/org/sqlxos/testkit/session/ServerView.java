package org.sqlxos.testkit.session;

import org.sqlxos.testkit.server.DatabaseServer;

/**
 * How a kind of server is looked at from outside.
 *
 * @param words what the suites say to it
 * @param running counts what a user's connections work at, with {@code %s} for the user
 * @param identity what a session asks for the name of its connection
 * @param end ends the connection {@code %d}
 * @param gone counts the connections {@code %d}
 * @param kept what a session asks for the number of prepared statements, in the last column
 */
record ServerView(
    SqlWords words, String running, String identity, String end, String gone, String kept) {

  private static final ServerView POSTGRESQL =
      new ServerView(
          new PostgresqlWords(),
          "SELECT count(*) FROM pg_stat_activity WHERE usename = '%s' AND state = 'active'"
              + " AND backend_type = 'client backend'",
          "SELECT pg_backend_pid()",
          "SELECT pg_terminate_backend(%d)",
          "SELECT count(*) FROM pg_stat_activity WHERE pid = %d",
          "SELECT count(*) FROM pg_prepared_statements");

  /** The number of statements is the whole server's, so more than those of a session. */
  private static final ServerView MYSQL =
      new ServerView(
          new MysqlWords(),
          "SELECT COUNT(*) FROM information_schema.processlist"
              + " WHERE user = '%s' AND info IS NOT NULL",
          "SELECT CONNECTION_ID()",
          "KILL %d",
          "SELECT COUNT(*) FROM information_schema.processlist WHERE id = %d",
          "SHOW GLOBAL STATUS LIKE 'Prepared_stmt_count'");

  static ServerView of(DatabaseServer server) {
    return switch (server) {
      case POSTGRESQL, POSTGRESQL_15 -> POSTGRESQL;
      case MYSQL, MARIADB, MARIADB_10_11 -> MYSQL;
      case CASSANDRA -> throw new IllegalArgumentException(server + " speaks no SQL");
    };
  }
}
