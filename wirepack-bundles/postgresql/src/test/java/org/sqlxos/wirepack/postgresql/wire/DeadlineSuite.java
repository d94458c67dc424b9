package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** Statements that are stopped: the server stops as well, and the session goes on. */
abstract class DeadlineSuite {

  private static final String LONG = "SELECT pg_sleep(600)";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestDatabase database;
  private Session session;
  private Connection observer;

  DeadlineSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws SQLException {
    session = Wire.open(database);
    observer = database.connect();
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
    observer.close();
  }

  private boolean runs(String text) {
    try (Statement statement = observer.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT 1 FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active'
                  AND pid <> pg_backend_pid() AND query LIKE '%%%s%%'
                """
                    .formatted(text))) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void requireWorking() {
    assertTrue(session.usable());
    assertEquals(7L, Wire.one(session, "SELECT 7"));
  }

  private static Deadline almostNow() {
    return Deadline.in(Duration.ofMillis(150));
  }

  @Test
  void aDeadlineStopsTheStatementOnTheServer() {
    for (int i = 0; i < 3; i++) {
      assertEquals("SQLX609", Wire.code(() -> session.query(Wire.sql(LONG), almostNow()).next()));
      Await.until("the server to stop", PATIENCE, () -> !runs("pg_sleep(600)"));
      requireWorking();
    }
  }

  @Test
  void aDeadlineThatHasPassedSendsNothing() {
    assertEquals(
        "SQLX609",
        Wire.code(() -> session.execute(Wire.sql(LONG), Deadline.in(Duration.ofSeconds(-1)))));
    requireWorking();
  }

  @Test
  void aDeadlineInTheMiddleOfRowsEndsThem() {
    String text =
        "SELECT n, CASE WHEN n = 50000 THEN pg_sleep(600) END FROM generate_series(1, 60000) n";
    Cursor cursor = session.query(Wire.sql(text), Deadline.in(Duration.ofMillis(800)));
    assertEquals(
        "SQLX609",
        Wire.code(
            () -> {
              while (cursor.next()) {
                cursor.getLong(0);
              }
            }));
    cursor.close();
    requireWorking();
  }

  @Test
  void aStatementThatWaitsForALockIsStoppedInItsTransaction() throws SQLException {
    Wire.run(session, "CREATE TABLE locked (a int)");
    observer.setAutoCommit(false);
    try (Statement statement = observer.createStatement()) {
      statement.execute("LOCK TABLE locked");
      session.begin(org.sqlxos.wirepack.api.Access.WRITE, Wire.soon());
      assertEquals(
          "SQLX609",
          Wire.code(() -> session.execute(Wire.sql("INSERT INTO locked VALUES (1)"), almostNow())));
      session.rollback();
      requireWorking();
    } finally {
      observer.rollback();
      observer.setAutoCommit(true);
    }
    Wire.run(session, "DROP TABLE locked");
  }

  @Test
  void anotherThreadCancels() {
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> code.complete(Wire.code(() -> Wire.rows(session, LONG))));
    Await.until("the statement to run", PATIENCE, () -> runs("pg_sleep(600)"));
    session.cancel();
    assertEquals("SQLX610", code.join());
    requireWorking();
  }

  @Test
  void cancellingWhenNothingRunsHasNoEffectOnWhatFollows() {
    for (int i = 0; i < 50; i++) {
      session.cancel();
      requireWorking();
    }
  }

  @Test
  void aHugeResultThatIsNotReadToItsEndIsStopped() {
    for (int i = 0; i < 3; i++) {
      String text = "SELECT n, repeat('x', 100) FROM generate_series(1, 100000000) n";
      try (Cursor cursor = session.query(Wire.sql(text), Wire.soon())) {
        assertTrue(cursor.next());
        assertEquals(1, cursor.getLong(0));
      }
      requireWorking();
    }
    Await.until("the server to stop", PATIENCE, () -> !runs("generate_series"));
  }
}
