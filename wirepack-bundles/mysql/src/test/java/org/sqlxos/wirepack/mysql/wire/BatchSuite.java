package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Batches, and what becomes of those that fail; the driver reads the table. */
abstract class BatchSuite {

  private static final String INSERT = "INSERT INTO bulk VALUES (?, ?)";

  private final TestDatabase database;
  private Session session;

  BatchSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "DROP TABLE IF EXISTS bulk");
    Sessions.run(session, "CREATE TABLE bulk (n BIGINT PRIMARY KEY, label VARCHAR(100))");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static List<List<Object>> rows(int count, IntFunction<List<Object>> row) {
    return new AbstractList<>() {
      @Override
      public List<Object> get(int index) {
        return row.apply(index);
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private static List<List<Object>> numbered(int count) {
    return rows(count, i -> Arrays.asList((long) i, i % 3 == 0 ? null : "row " + i));
  }

  /** The same key as the first row's, somewhere later. */
  private static List<List<Object>> failingAt(int index, int count) {
    return rows(count, i -> List.of(i == index ? 0L : (long) i, "x"));
  }

  private long[] batch(String statement, List<List<Object>> rows) {
    return session.executeBatch(Sessions.sql(statement), rows, Sessions.soon());
  }

  private List<String> stored() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n, label FROM bulk ORDER BY n")) {
      List<String> stored = new ArrayList<>();
      while (rows.next()) {
        stored.add(rows.getLong(1) + " " + rows.getString(2));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> expected(int count) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add(i + " " + (i % 3 == 0 ? null : "row " + i));
    }
    return expected;
  }

  private void requireAutocommit() {
    assertEquals(1L, Sessions.one(session, "SELECT @@autocommit"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000, 20_000})
  void storesEachRow(int count) {
    long[] changed = new long[count];
    Arrays.fill(changed, 1);
    assertArrayEquals(changed, batch(INSERT, numbered(count)));
    assertEquals(expected(count), stored());
    requireAutocommit();
  }

  @Test
  void tellsHowManyRowsEachRunChanged() {
    batch(INSERT, numbered(10));
    assertArrayEquals(
        new long[] {10, 0, 4, 1},
        batch(
            "UPDATE bulk SET label = 'y' WHERE n >= ? AND n < ?",
            List.of(List.of(0L, 10L), List.of(20L, 30L), List.of(3L, 7L), List.of(9L, 10L))));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 999, 15_000})
  void aRowThatFailsIsNamedAndNothingStays(int index) {
    Problem problem = Sessions.refusal(() -> batch(INSERT, failingAt(index, index + 5_000)));
    assertEquals("SQLX643", problem.code().code());
    assertTrue(problem.detail().startsWith("Row " + index + " of"), problem.detail());
    assertEquals(List.of(), stored());
    requireAutocommit();
    assertEquals(2, batch(INSERT, numbered(2)).length);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 3_000})
  void insideATransactionItIsUndoneAloneAndTheTransactionGoesOn(int count) {
    session.begin(Access.WRITE, Sessions.soon());
    Sessions.run(session, "INSERT INTO bulk VALUES (100000, 'before')");
    assertEquals("SQLX643", Sessions.code(() -> batch(INSERT, failingAt(count - 1, count))));
    assertEquals(3, batch(INSERT, numbered(3)).length);
    assertEquals(List.of(), stored());
    session.commit(Sessions.soon());
    List<String> all = expected(3);
    all.add("100000 before");
    assertEquals(all, stored());
  }

  /**
   * Another session's lock has the server undo the transaction while later rows are on their way.
   */
  @Test
  void nothingStaysOfWhatIsSentBehindADeadlock() throws Exception {
    batch(INSERT, numbered(2));
    try (Session other = Wire.open(database)) {
      Sessions.run(session, "SET SESSION innodb_lock_wait_timeout = 1");
      other.begin(Access.WRITE, Sessions.soon());
      Sessions.run(other, "UPDATE bulk SET label = 'mine' WHERE n = 1");
      String update = "UPDATE bulk SET label = 'batch' WHERE n = ?";
      Problem problem =
          Sessions.refusal(() -> batch(update, List.of(List.of(0L), List.of(1L), List.of(0L))));
      assertEquals("SQLX608", problem.code().code());
      other.rollback();
    }
    assertEquals(expected(2), stored());
    requireAutocommit();
  }

  @Test
  void rowsOfTheWrongWidthAreRefused() {
    for (int index : List.of(0, 1, 20_000)) {
      List<List<Object>> rows =
          rows(index + 3, i -> i == index ? List.of((long) i) : List.of((long) i, "x"));
      Problem problem = Sessions.refusal(() -> batch(INSERT, rows));
      assertEquals("SQLX613", problem.code().code());
      assertTrue(problem.detail().startsWith("Row " + index + " of"), problem.detail());
      assertEquals(List.of(), stored());
      requireAutocommit();
    }
  }

  @Test
  void aDeadlineStopsIt() {
    Deadline soon = Deadline.in(Duration.ofMillis(700));
    assertEquals(
        "SQLX609",
        Sessions.code(
            () -> session.executeBatch(Sessions.sql(INSERT), numbered(100_000_000), soon)));
    assertEquals(List.of(), stored());
    requireAutocommit();
  }

  @Test
  void compressedTheSame() {
    try (Session compressed = Wire.open(database, "compress=true")) {
      assertEquals(
          5_000,
          compressed.executeBatch(Sessions.sql(INSERT), numbered(5_000), Sessions.soon()).length);
      assertEquals(expected(5_000), stored());
    }
  }

  @Test
  void whatThePackDoesNotDeclareIsRefused() {
    assertEquals(
        "SQLX654",
        Sessions.code(
            () ->
                session.copyIn(
                    Sessions.sql("LOAD DATA"),
                    java.io.InputStream.nullInputStream(),
                    Sessions.soon())));
    assertEquals("SQLX658", Sessions.code(() -> session.notification(Sessions.soon())));
  }
}
