package org.sqlxos.benchmarks.wire.contestant;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlxos.testkit.server.TestDatabase;

/**
 * The JDBC drivers with their settings: statements prepared on the server and kept, values in
 * binary, no TLS; for batches what makes these fastest.
 */
enum JdbcDriver {

  /** Binary transfer is on by default; a threshold of 1 prepares at the first execution. */
  PGJDBC(
      "postgresql",
      "sslmode=disable&gssEncMode=disable&prepareThreshold=1",
      "reWriteBatchedInserts=true"),

  /** What HikariCP's manual recommends, and server-side statements. */
  MYSQL_CONNECTOR_J(
      "mysql",
      "sslMode=DISABLED&allowPublicKeyRetrieval=true&useServerPrepStmts=true&cachePrepStmts=true"
          + "&prepStmtCacheSize=250&prepStmtCacheSqlLimit=65536&useLocalSessionState=true"
          + "&cacheResultSetMetadata=true&cacheServerConfiguration=true&elideSetAutoCommits=true"
          + "&maintainTimeStats=false",
      "rewriteBatchedStatements=true"),

  /** Bulk where the server can (MariaDB), else rewritten, which gives up prepared statements. */
  MARIADB_CONNECTOR_J(
      "mariadb",
      "sslMode=disable&allowPublicKeyRetrieval=true&useServerPrepStmts=true&cachePrepStmts=true",
      "useBulkStmts=true&rewriteBatchedStatements=true");

  private final String scheme;
  private final String parameters;
  private final String batchParameters;

  JdbcDriver(String scheme, String parameters, String batchParameters) {
    this.scheme = scheme;
    this.parameters = parameters;
    this.batchParameters = batchParameters;
  }

  String url(TestDatabase database) {
    return "jdbc:%s://%s:%d/%s?%s"
        .formatted(scheme, database.host(), database.port(), database.name(), parameters);
  }

  Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(url(database), database.user(), database.password());
  }

  /** Connects with the settings for batches. */
  Connection connectForBatches(TestDatabase database) throws SQLException {
    String url = url(database) + "&" + batchParameters;
    return DriverManager.getConnection(url, database.user(), database.password());
  }
}
