package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Statements that are stopped, at their deadline or by somebody; the database stops as well. */
public interface StoppingConformance extends OnSessions {

  private static Deadline almostNow() {
    return Deadline.in(Duration.ofMillis(200));
  }

  private static void readAll(Session session, String text, Deadline deadline) {
    try (Cursor cursor = session.query(Sessions.sql(text), deadline)) {
      while (cursor.next()) {
        Sessions.value(cursor, 0);
      }
    }
  }

  /** The code with which a statement that would not end is refused, after something happened. */
  private CompletableFuture<String> endless(Session session) {
    String text = target().words().endless();
    CompletableFuture<String> code =
        CompletableFuture.supplyAsync(
            () -> Sessions.code(() -> readAll(session, text, Sessions.soon())),
            Executors.newVirtualThreadPerTaskExecutor());
    awaitRunning();
    return code;
  }

  @Test
  default void aDeadlineStopsTheStatementInTheDatabase() {
    String text = target().words().endless();
    try (Session session = target().open()) {
      for (int i = 0; i < 3; i++) {
        assertEquals("SQLX609", Sessions.code(() -> readAll(session, text, almostNow())));
        awaitIdle();
        requireWorking(session);
      }
    }
  }

  @Test
  default void aDeadlineAmongRowsStopsTheStatementInTheDatabase() {
    String text = target().words().numbers(1_000_000_000);
    try (Session session = target().open()) {
      Deadline deadline = Deadline.in(Duration.ofMillis(1500));
      assertEquals("SQLX609", Sessions.code(() -> readAll(session, text, deadline)));
      awaitIdle();
      requireWorking(session);
    }
  }

  @Test
  default void aDeadlineThatHasPassedSendsNothing() {
    String text = target().words().endless();
    try (Session session = target().open()) {
      for (Duration passed : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
        Deadline deadline = Deadline.in(passed);
        assertEquals("SQLX609", Sessions.code(() -> readAll(session, text, deadline)));
        assertEquals("SQLX609", Sessions.code(() -> session.execute(Sessions.sql(text), deadline)));
        requireWorking(session);
      }
    }
  }

  @Test
  default void anotherThreadCancelsTheStatementAndNotTheNext() {
    try (Session session = target().open()) {
      CompletableFuture<String> code = endless(session);
      session.cancel();
      assertEquals("SQLX610", code.join());
      awaitIdle();
      for (int i = 0; i < 20; i++) {
        requireWorking(session);
      }
    }
  }

  @Test
  default void cancellingWhenNothingRunsHasNoEffectOnWhatFollows() {
    try (Session session = target().open()) {
      for (int i = 0; i < 50; i++) {
        session.cancel();
        requireWorking(session);
      }
    }
  }

  @Test
  default void aStoppedWriteCanBeRolledBack() {
    try (Session session = target().open()) {
      Sessions.run(session, "DROP TABLE IF EXISTS stopped");
      Sessions.run(session, "CREATE TABLE stopped (id INTEGER)");
      session.begin(Access.WRITE, Sessions.soon());
      Sessions.run(session, "INSERT INTO stopped VALUES (1)");
      String endless = target().words().endless();
      assertEquals("SQLX609", Sessions.code(() -> readAll(session, endless, almostNow())));
      session.rollback();
      // A database that ends the transaction by itself may cost the session.
      if (session.usable()) {
        requireWorking(session);
      }
    }
    try (Session other = target().open()) {
      assertEquals(0L, Sessions.number(other, "SELECT COUNT(*) FROM stopped"));
      assertEquals(1, Sessions.run(other, "INSERT INTO stopped VALUES (1)"));
    }
  }
}
