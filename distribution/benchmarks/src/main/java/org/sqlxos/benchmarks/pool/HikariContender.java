package org.sqlxos.benchmarks.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlxos.testkit.server.TestDatabase;

/** The database's own driver behind HikariCP. */
final class HikariContender implements Contender {

  private final HikariDataSource pool;

  HikariContender(TestDatabase database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl() + "&prepareThreshold=1");
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(60_000);
    this.pool = new HikariDataSource(config);
  }

  @Override
  public void run(String statement) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement);
        ResultSet rows = prepared.executeQuery()) {
      rows.next();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
