package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Batches, small and large, and what becomes of those that fail; the driver reads the table. */
abstract class BatchSuite {

  private static final String INSERT = "INSERT INTO bulk VALUES ($1, $2)";

  private final TestDatabase database;
  private Session session;

  BatchSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "DROP TABLE IF EXISTS bulk");
    Sessions.run(session, "CREATE TABLE bulk (n bigint PRIMARY KEY CHECK (n >= 0), label text)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** Rows that are made when they are read. */
  static List<List<Object>> rows(int count, IntFunction<List<Object>> row) {
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

  private static List<List<Object>> failingAt(int index, int count) {
    return rows(count, i -> Arrays.asList(i == index ? -1L : (long) i, "x"));
  }

  private long[] batch(String statement, List<List<Object>> rows) {
    return session.executeBatch(Sessions.sql(statement), rows, Sessions.soon());
  }

  /** As the driver sees it. */
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000, 20_000})
  void storesEachRow(int count) {
    long[] changed = new long[count];
    Arrays.fill(changed, 1);
    assertArrayEquals(changed, batch(INSERT, numbered(count)));
    assertEquals(expected(count), stored());
    assertTrue(session.usable());
  }

  @Test
  void tellsHowManyRowsEachRunChanged() {
    batch(INSERT, numbered(10));
    assertArrayEquals(
        new long[] {10, 0, 4, 1},
        batch(
            "UPDATE bulk SET label = 'y' WHERE n >= $1 AND n < $2",
            List.of(List.of(0L, 10L), List.of(20L, 30L), List.of(3L, 7L), List.of(9L, 10L))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 999, 15_000})
  void aRowThatFailsIsNamedAndNothingStays(int index) {
    Problem problem = Sessions.refusal(() -> batch(INSERT, failingAt(index, index + 5_000)));
    assertEquals("SQLX641", problem.code().code());
    assertTrue(problem.detail().startsWith("Row " + index + " of"), problem.detail());
    assertEquals("23514", problem.sqlState().orElseThrow());
    assertEquals(List.of(), stored());
    assertEquals(2, batch(INSERT, numbered(2)).length);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30_000})
  void insideATransactionItIsUndoneAloneAndTheTransactionGoesOn(int count) {
    session.begin(Access.WRITE, Sessions.soon());
    Sessions.run(session, "INSERT INTO bulk VALUES (100000, 'before')");
    assertEquals("SQLX641", Sessions.code(() -> batch(INSERT, failingAt(count - 1, count))));
    assertEquals(3, batch(INSERT, numbered(3)).length);
    assertEquals(List.of(), stored());
    session.commit(Sessions.soon());
    List<String> all = expected(3);
    all.add("100000 before");
    assertEquals(all, stored());
  }

  @Test
  void rowsOfTheWrongWidthAreRefusedBeforeOrAfterOthersWereSent() {
    for (int index : List.of(0, 1, 20_000)) {
      List<List<Object>> rows =
          rows(index + 3, i -> i == index ? List.of((long) i) : List.of((long) i, "x"));
      Problem problem = Sessions.refusal(() -> batch(INSERT, rows));
      assertEquals("SQLX613", problem.code().code());
      assertTrue(problem.detail().startsWith("Row " + index + " of"), problem.detail());
      assertEquals(List.of(), stored());
    }
    Problem unknown =
        Sessions.refusal(
            () ->
                batch(
                    INSERT, rows(20_000, i -> List.of((long) i, i < 19_000 ? "x" : new Object()))));
    assertEquals("SQLX644", unknown.code().code());
    assertTrue(unknown.detail().startsWith("Row 19000 of"), unknown.detail());
    assertEquals(List.of(), stored());
  }

  @Test
  void aConstraintThatIsCheckedAtTheEndUndoesEverything() {
    Sessions.run(session, "ALTER TABLE bulk ADD UNIQUE (label) DEFERRABLE INITIALLY DEFERRED");
    for (int count : List.of(2, 20_000)) {
      assertEquals(
          "SQLX643",
          Sessions.code(() -> batch(INSERT, rows(count, i -> List.of((long) i, "same")))));
      assertEquals(List.of(), stored());
      assertTrue(session.usable());
    }
  }

  @Test
  void statementsWithoutParametersRunAsOftenAsThereAreRows() {
    Sessions.run(session, "CREATE SEQUENCE IF NOT EXISTS counted");
    long before = (long) Sessions.one(session, "SELECT nextval('counted')");
    String insert = "INSERT INTO bulk VALUES (nextval('counted'), 'x')";
    assertArrayEquals(
        new long[] {1, 1, 1}, batch(insert, List.of(List.of(), List.of(), List.of())));
    assertEquals(before + 4, Sessions.one(session, "SELECT nextval('counted')"));
    assertEquals("SQLX613", Sessions.code(() -> batch("COPY bulk FROM STDIN", List.of(List.of()))));
    assertEquals(3, stored().size());
  }

  @Test
  void aQuarterOfAMillionRowsOfAHundredBytesPass() {
    int count = 250_000;
    String label = "x".repeat(92);
    long[] changed = batch(INSERT, rows(count, i -> List.of((long) i, label)));
    assertEquals(count, Arrays.stream(changed).sum());
    assertEquals((long) count, Sessions.one(session, "SELECT count(*) FROM bulk"));
  }

  /** The answers are longer than the questions. */
  @Test
  void aServerThatTalksMeanwhileIsListenedTo() {
    Sessions.run(
        session,
        """
        CREATE OR REPLACE FUNCTION talk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE NOTICE '%', repeat('n', 2000); RETURN NEW; END $$
        """);
    Sessions.run(
        session, "CREATE TRIGGER talk BEFORE INSERT ON bulk FOR EACH ROW EXECUTE FUNCTION talk()");
    assertEquals(20_000, batch(INSERT, numbered(20_000)).length);
  }

  @Test
  void rowsOfTenMegabytesPass() {
    String label = "z".repeat(10_000_000);
    assertEquals(3, batch(INSERT, rows(3, i -> List.of((long) i, label))).length);
    assertEquals(30_000_000L, Sessions.one(session, "SELECT sum(length(label))::bigint FROM bulk"));
  }

  @Test
  void aDeadlineStopsIt() {
    Deadline soon = Deadline.in(Duration.ofMillis(500));
    assertEquals(
        "SQLX609",
        Sessions.code(
            () -> session.executeBatch(Sessions.sql(INSERT), numbered(100_000_000), soon)));
    assertEquals(List.of(), stored());
    assertEquals(1, batch(INSERT, numbered(1)).length);
  }

  @Test
  void twoThreadsThatCancelAtOnceStopIt() {
    AtomicInteger made = new AtomicInteger();
    List<List<Object>> endless =
        rows(
            100_000_000,
            i -> {
              made.set(i);
              return List.of((long) i, "x");
            });
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> code.complete(Sessions.code(() -> batch(INSERT, endless))));
    Await.until("rows to flow", Duration.ofSeconds(20), () -> made.get() > 20_000);
    Thread.ofVirtual().start(session::cancel);
    session.cancel();
    assertEquals("SQLX610", code.join());
    assertEquals(List.of(), stored());
  }

  @Test
  void aServerThatEndsInTheMiddleIsLost() throws SQLException {
    Object process = Sessions.one(session, "SELECT pg_backend_pid()");
    AtomicInteger made = new AtomicInteger();
    List<List<Object>> endless =
        rows(
            100_000_000,
            i -> {
              made.set(i);
              return List.of((long) i, "x");
            });
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> code.complete(Sessions.code(() -> batch(INSERT, endless))));
    Await.until("rows to flow", Duration.ofSeconds(20), () -> made.get() > 20_000);
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(%s, 20000)".formatted(process));
    }
    assertEquals("SQLX611", code.join());
    assertFalse(session.usable());
    assertEquals(List.of(), stored());
  }
}
