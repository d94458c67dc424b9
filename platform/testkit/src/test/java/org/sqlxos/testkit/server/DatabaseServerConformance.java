package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The same for each product, through its vendor's JDBC driver. */
abstract class DatabaseServerConformance {

  private static final String TEXT = "Zürich 東京 🐘";

  private final String scheme;
  private final String version;
  private final TestDatabase database;

  DatabaseServerConformance(String scheme, String version, TestDatabase database) {
    this.scheme = scheme;
    this.version = version;
    this.database = database;
  }

  @Test
  void isTheVersionItSaysThroughTheVendorsDriver() throws SQLException {
    assertTrue(queryOne("SELECT version()").contains(version), database::toString);
    assertTrue(database.server().title().endsWith(version), database.server()::title);
  }

  @Test
  void letsTheOwnerMakeTablesAndKeepsText() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE city (name VARCHAR(40) PRIMARY KEY)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO city (name) VALUES (?)")) {
        insert.setString(1, TEXT);
        insert.executeUpdate();
      }
    }

    assertEquals(TEXT, queryOne("SELECT name FROM city"));
  }

  @Test
  void refusesAWrongPassword() {
    assertThrows(
        SQLException.class,
        () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong").close());
  }

  @Test
  void keepsAnOwnerOutOfOtherOwnersTables() throws SQLException {
    try (TestDatabase other = database.server().createDatabase("other")) {
      try (Connection connection = other.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE secret (id INT)");
      }
      assertThrows(SQLException.class, () -> readSecretOf(other));
    }
  }

  @Test
  void namesTheDatabaseUserAndPortInItsUrl() {
    assertEquals(
        "%s://%s:%s@127.0.0.1:%d/%s"
            .formatted(
                scheme, database.user(), database.password(), database.port(), database.name()),
        database.url());
  }

  @Test
  void dropsADatabaseWithAnOpenTransactionAndItsOwner() throws SQLException {
    TestDatabase dropped = database.server().createDatabase("dropped");
    try (Connection left = dropped.connect();
        Statement statement = left.createStatement()) {
      statement.execute("CREATE TABLE t (id INT)");
      left.setAutoCommit(false);
      statement.execute("INSERT INTO t VALUES (1)");

      dropped.close();
      dropped.close();

      assertThrows(SQLException.class, () -> statement.execute("INSERT INTO t VALUES (2)"));
      // Not closed: a driver may refuse to close a connection that the server has ended.
      left.abort(Runnable::run);
    }

    assertThrows(SQLException.class, () -> dropped.connect().close());
  }

  @Test
  void givesTheAdministratorOfTheServer() throws SQLException {
    TestDatabase asAdministrator = database.asAdministrator();

    try (Connection connection = asAdministrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE made_by_administrator (id INT)");
    }
    assertEquals(database.name(), asAdministrator.name());
  }

  private void readSecretOf(TestDatabase other) throws SQLException {
    String url = other.jdbcUrl();
    try (Connection connection =
            DriverManager.getConnection(url, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT id FROM secret");
    }
  }

  private String queryOne(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
