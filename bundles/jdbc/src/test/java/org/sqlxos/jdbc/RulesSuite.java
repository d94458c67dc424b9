package org.sqlxos.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** What {@code java.sql} promises, whatever the database. */
abstract class RulesSuite {

  private final DatabaseServer server;
  private final String identity;
  private final String wait;
  private final String reading;
  private final String moment;
  TestDatabase database;
  Connection connection;

  /**
   * @param identity the type of a column that numbers itself
   * @param wait a query that takes long, and fails when it is stopped
   */
  RulesSuite(DatabaseServer server, String identity, String wait, Times times) {
    this.server = server;
    this.identity = identity;
    this.wait = wait;
    this.reading = times.reading();
    this.moment = times.moment();
  }

  /** The types of columns for the reading of a clock, and for a moment. */
  record Times(String reading, String moment) {}

  @BeforeEach
  void connect() throws SQLException {
    database = server.createDatabase("rules");
    connection = Facade.connect(database);
    run("CREATE TABLE item (id " + identity + " PRIMARY KEY, name varchar(10) UNIQUE)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  final int run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private int count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM item")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String state(Executable call) {
    return assertThrows(SQLException.class, call).getSQLState();
  }

  @Test
  void tellsTheKeysOfNewRows() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO item (name) VALUES (?), (?)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, "a");
      insert.setString(2, "b");
      assertEquals(2, insert.executeUpdate());
      try (ResultSet keys = insert.getGeneratedKeys()) {
        assertTrue(keys.next());
        assertEquals(1, keys.getLong(1));
        assertTrue(keys.next());
        assertEquals(2, keys.getLong(1));
        assertFalse(keys.next());
      }
      for (String name : new String[] {"c", "d"}) {
        insert.setString(1, name);
        insert.setString(2, name + name);
        insert.addBatch();
      }
      assertEquals(2, insert.executeBatch().length);
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        assertEquals(3, keys.getLong(1));
      }
    }
  }

  @Test
  void undoesATransactionAndPartsOfIt() throws SQLException {
    connection.setAutoCommit(false);
    run("INSERT INTO item (name) VALUES ('a')");
    Savepoint savepoint = connection.setSavepoint("here");
    run("INSERT INTO item (name) VALUES ('b')");
    connection.rollback(savepoint);
    assertEquals("here", savepoint.getSavepointName());
    assertEquals(1, count());
    connection.commit();
    run("INSERT INTO item (name) VALUES ('c')");
    connection.rollback();
    assertEquals(1, count());
    assertThrows(SQLException.class, () -> connection.releaseSavepoint(savepoint));
    connection.setAutoCommit(true);
    assertEquals("25000", state(connection::commit));
  }

  @Test
  void refusesToWriteInAReadOnlyTransaction() throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    assertEquals("25006", state(() -> run("INSERT INTO item (name) VALUES ('a')")));
    connection.rollback();
  }

  @Test
  void keepsNothingOfABatchThatFails() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
      for (String name : new String[] {"a", "b", "a"}) {
        insert.setString(1, name);
        insert.addBatch();
      }
      BatchUpdateException failure = assertThrows(BatchUpdateException.class, insert::executeBatch);
      assertEquals(Statement.EXECUTE_FAILED, failure.getUpdateCounts()[0]);
      assertTrue(failure.getSQLState().startsWith("23"));
    }
    assertEquals(0, count());
  }

  @Test
  void stopsAtTheTimeoutAndGoesOn() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThrows(
          SQLTimeoutException.class,
          () -> {
            try (ResultSet rows = statement.executeQuery(wait)) {
              rows.next();
            }
          });
      assertEquals(0, count());
    }
  }

  @Test
  void stopsWhatAnotherThreadCancels() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (Statement statement = connection.createStatement()) {
      CompletableFuture<String> running =
          CompletableFuture.supplyAsync(
              () -> {
                begun.countDown();
                return state(
                    () -> {
                      try (ResultSet rows = statement.executeQuery(wait)) {
                        rows.next();
                      }
                    });
              });
      begun.await();
      while (!running.isDone()) {
        statement.cancel();
        Thread.onSpinWait();
      }
      assertEquals("57014", running.join());
      assertEquals(0, count());
    }
  }

  @Test
  void goesToAndFroInARowSetThatScrolls() throws SQLException {
    run("INSERT INTO item (name) VALUES ('a'), ('b'), ('c')");
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = statement.executeQuery("SELECT name FROM item ORDER BY id")) {
      assertTrue(rows.isBeforeFirst());
      assertTrue(rows.last());
      assertEquals(3, rows.getRow());
      assertEquals("c", rows.getString("NAME"));
      assertTrue(rows.previous());
      assertEquals("b", rows.getString(1));
      assertTrue(rows.absolute(-3));
      assertTrue(rows.isFirst());
      assertFalse(rows.relative(-1));
      assertFalse(rows.absolute(4));
      assertTrue(rows.isAfterLast());
      assertTrue(rows.previous());
      assertTrue(rows.isLast());
    }
  }

  @Test
  void showsNoMoreRowsThanAreWanted() throws SQLException {
    run("INSERT INTO item (name) VALUES ('a'), ('b'), ('c')");
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      try (ResultSet rows = statement.executeQuery("SELECT id FROM item ORDER BY id")) {
        assertTrue(rows.next());
        assertTrue(rows.next());
        assertFalse(rows.next());
      }
      assertEquals(3, count());
    }
  }

  @Test
  void keepsRowsOverOtherStatementsAndTheEndOfTheirTransaction() throws SQLException {
    run("INSERT INTO item (name) VALUES ('a'), ('b'), (NULL)");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name FROM item ORDER BY id")) {
      assertTrue(rows.next());
      assertEquals(3, count());
      assertEquals("a", rows.getString(1));
      connection.commit();
      assertTrue(rows.next());
      assertEquals("b", rows.getString(1));
      assertFalse(rows.wasNull());
      assertTrue(rows.next());
      assertNull(rows.getString(1));
      assertTrue(rows.wasNull());
      assertFalse(rows.next());
    }
  }

  @Test
  void refusesWhatIsClosed() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");
    statement.close();
    statement.close();
    assertTrue(rows.isClosed());
    assertEquals("08003", state(rows::next));
    assertEquals("08003", state(() -> statement.execute("SELECT 1")));
    PreparedStatement prepared = connection.prepareStatement("SELECT 1");
    connection.close();
    connection.close();
    assertTrue(prepared.isClosed());
    assertFalse(connection.isValid(1));
    assertEquals("08003", state(() -> connection.createStatement()));
    assertEquals("08003", state(() -> connection.getMetaData()));
  }

  @Test
  void refusesWrongUse() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT ?, 'x'")) {
      assertEquals("07001", state(select::executeQuery));
      assertEquals("07001", state(() -> select.setInt(2, 1)));
      select.setString(1, "12");
      try (ResultSet rows = select.executeQuery()) {
        assertEquals("07009", state(() -> rows.getString(1)));
        rows.next();
        assertEquals(12, rows.getInt(1));
        assertThrows(SQLDataException.class, () -> rows.getInt(2));
        assertEquals("07009", state(() -> rows.getString(3)));
        assertEquals("07009", state(() -> rows.getString("nothing")));
        assertThrows(SQLFeatureNotSupportedException.class, () -> rows.updateInt(1, 2));
      }
      assertThrows(SQLFeatureNotSupportedException.class, () -> connection.prepareCall("{call f}"));
      assertEquals("02000", state(() -> run("SELECT 1")));
    }
  }

  @Test
  void keepsMomentsAndReadingsOfClocksInAnotherZone() throws SQLException {
    run("CREATE TABLE happening (reading " + reading + ", moment " + moment + ")");
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO happening VALUES (?, ?)");
        Statement select = connection.createStatement()) {
      LocalDateTime local = LocalDateTime.of(2026, 7, 2, 3, 4, 5, 123_456_000);
      Timestamp timestamp = Timestamp.valueOf(local);
      insert.setTimestamp(1, timestamp);
      insert.setTimestamp(2, timestamp);
      insert.executeUpdate();
      insert.setObject(1, local);
      insert.setObject(2, timestamp.toInstant());
      insert.executeUpdate();
      try (ResultSet rows = select.executeQuery("SELECT * FROM happening")) {
        rows.next();
        assertEquals(timestamp, rows.getTimestamp(1));
        assertEquals(local, rows.getObject(1, LocalDateTime.class));
        assertEquals(timestamp, rows.getTimestamp(2));
        rows.next();
        assertEquals(timestamp, rows.getTimestamp(1));
        assertEquals(timestamp.toInstant(), rows.getObject(2, Instant.class));
        assertEquals(timestamp.toInstant(), rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void unwrapsToItsSession() throws SQLException {
    assertTrue(connection.isWrapperFor(Session.class));
    assertTrue(connection.unwrap(Session.class).usable());
  }

  @Test
  void isUsedByManyThreadsAtOnce() throws Exception {
    run("INSERT INTO item (name) VALUES ('a'), ('b'), ('c')");
    CompletableFuture<?>[] callers = new CompletableFuture<?>[8];
    for (int i = 0; i < callers.length; i++) {
      callers[i] =
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 20; round++) {
                  try (Statement statement = connection.createStatement();
                      ResultSet rows =
                          statement.executeQuery("SELECT name FROM item ORDER BY id")) {
                    StringBuilder names = new StringBuilder();
                    while (rows.next()) {
                      names.append(rows.getString(1));
                    }
                    assertEquals("abc", names.toString());
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
    }
    CompletableFuture.allOf(callers).join();
  }
}
