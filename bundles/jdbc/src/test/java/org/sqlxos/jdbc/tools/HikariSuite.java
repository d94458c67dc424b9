package org.sqlxos.jdbc.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** HikariCP keeps connections of the driver. */
abstract class HikariSuite {

  private final DatabaseServer server;
  private final String endConnections;
  private final String wait;
  private TestDatabase database;
  private HikariDataSource pool;

  /**
   * @param endConnections a query of the administrator's that ends those of a user, named %s
   * @param wait a query that takes long
   */
  HikariSuite(DatabaseServer server, String endConnections, String wait) {
    this.server = server;
    this.endConnections = endConnections;
    this.wait = wait;
  }

  @BeforeEach
  void createPool() {
    database = server.createDatabase("hikari");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlx:" + database.url());
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(30_000);
    config.setValidationTimeout(5_000);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    pool = new HikariDataSource(config);
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    pool.close();
    database.close();
  }

  private static int one(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertTrue(rows.next());
      return rows.getInt(1);
    }
  }

  @Test
  void lendsConnectionsAgainAndAgain() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 200; i++) {
        callers.submit(
            () -> {
              try (Connection connection = pool.getConnection()) {
                return one(connection);
              }
            });
      }
    }
    Session first;
    try (Connection connection = pool.getConnection()) {
      assertEquals(Connection.TRANSACTION_SERIALIZABLE, connection.getTransactionIsolation());
      assertTrue(connection.isValid(1));
      first = connection.unwrap(Session.class);
    }
    assertTrue(first.usable());
    assertTrue(pool.getHikariPoolMXBean().getTotalConnections() <= 3);
  }

  @Test
  void rollsBackWhatABorrowerLeft() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE left_over (id int)");
      connection.setAutoCommit(false);
      statement.executeUpdate("INSERT INTO left_over VALUES (1)");
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM left_over")) {
      assertTrue(connection.getAutoCommit());
      rows.next();
      assertEquals(0, rows.getInt(1));
    }
  }

  @Test
  void replacesConnectionsThatTheServerEnded() throws SQLException {
    Session lost;
    try (Connection connection = pool.getConnection()) {
      lost = connection.unwrap(Session.class);
      end();
      assertThrows(SQLException.class, () -> one(connection));
    }
    try (Connection connection = pool.getConnection()) {
      assertEquals(1, one(connection));
      assertFalse(lost.usable());
      assertNotNull(connection.unwrap(Session.class));
    }
  }

  private void end() throws SQLException {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(endConnections.formatted(database.user()));
      for (ResultSet rows = statement.getResultSet(); rows != null && rows.next(); ) {
        if (rows.getString(1).startsWith("KILL")) {
          try (Statement kill = connection.createStatement()) {
            kill.execute(rows.getString(1));
          }
        }
      }
    }
  }

  @Test
  void abortsWhatRunsWhenItIsShutDown() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> running =
        CompletableFuture.supplyAsync(
            () -> {
              try (Connection connection = pool.getConnection();
                  Statement statement = connection.createStatement()) {
                begun.countDown();
                return statement.execute(wait);
              } catch (SQLException e) {
                throw new CompletionException(e);
              }
            });
    begun.await();
    Await.until(
        "the connection to be in use",
        java.time.Duration.ofSeconds(10),
        () -> pool.getHikariPoolMXBean().getActiveConnections() == 1);
    HikariDataSource closing = pool;
    Connection other = closing.getConnection();
    assertSame(false, other.isClosed());
    closing.close();
    assertThrows(CompletionException.class, running::join);
  }
}
