package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.Sessions.code;
import static org.sqlxos.testkit.session.Sessions.refusal;
import static org.sqlxos.testkit.session.Sessions.soon;
import static org.sqlxos.testkit.session.Sessions.sql;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;

/** Isolation, savepoints and batches in a file. */
class SqliteTransactionTest {

  private static final String INSERT = "INSERT INTO step VALUES (?)";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("test.db");
    Sqlite.write(file, "CREATE TABLE step (n INTEGER PRIMARY KEY CHECK (n > 0))");
    session = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void insert(long number) {
    session.execute(sql(INSERT, number), soon());
  }

  private List<List<String>> steps() {
    return Sqlite.rows(session, "SELECT n FROM step ORDER BY n", 1);
  }

  private static List<List<String>> numbers(int... numbers) {
    return java.util.Arrays.stream(numbers).mapToObj(n -> List.of("" + n)).toList();
  }

  @Test
  void everyLevelOfIsolationIsTheStrongest() {
    for (Isolation isolation : Isolation.values()) {
      for (Access access : Access.values()) {
        session.begin(access, isolation, soon());
        steps();
        session.commit(soon());
      }
    }
  }

  @Test
  void goesBackToASavepointAndOnFromThere() {
    session.begin(Access.WRITE, soon());
    insert(1);
    Savepoint first = session.savepoint(soon());
    insert(2);
    Savepoint second = session.savepoint(soon());
    insert(3);
    session.rollbackTo(second, soon());
    assertEquals(numbers(1, 2), steps());
    session.rollbackTo(first, soon());
    assertEquals("SQLX650", code(() -> session.rollbackTo(second, soon())));
    insert(4);
    session.release(first, soon());
    session.commit(soon());
    assertEquals(numbers(1, 4), steps());
    assertEquals("SQLX650", code(() -> session.savepoint(soon())));
    assertEquals("SQLX650", code(() -> session.release(first, soon())));
  }

  @Test
  void aBatchStaysAsAWholeOrNotAtAll() {
    assertArrayEquals(new long[0], session.executeBatch(sql(INSERT), List.of(), soon()));
    assertArrayEquals(
        new long[] {1, 1},
        session.executeBatch(sql(INSERT), List.of(List.of(1L), List.of(2L)), soon()));
    Problem problem =
        refusal(
            () ->
                session.executeBatch(
                    sql(INSERT), List.of(List.of(3L), List.of(-1L), List.of(4L)), soon()));
    assertEquals("SQLX641", problem.code().code());
    assertTrue(problem.detail().startsWith("Row 1 of"), problem.detail());
    assertEquals(numbers(1, 2), steps());
  }

  @Test
  void aBatchThatFailsInATransactionIsUndoneAlone() {
    session.begin(Access.WRITE, soon());
    insert(1);
    assertEquals(
        "SQLX641",
        code(() -> session.executeBatch(sql(INSERT), List.of(List.of(3L), List.of(-1L)), soon())));
    session.executeBatch(sql(INSERT), List.of(List.of(5L)), soon());
    session.commit(soon());
    assertEquals(numbers(1, 5), steps());
  }

  @Test
  void whatADatabaseInAFileCannotIsRefused() {
    assertEquals(
        "SQLX654", code(() -> session.copyIn(sql("x"), InputStream.nullInputStream(), soon())));
    assertEquals(
        "SQLX654", code(() -> session.copyOut(sql("x"), OutputStream.nullOutputStream(), soon())));
    assertEquals("SQLX658", code(() -> session.notification(soon())));
    session.onNotice(_ -> {});
  }
}
