package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.SqlWords.Type.INTEGER;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** What only a server can do to a session: end it, let it wait, count what it keeps. */
public interface LossConformance extends OnServers {

  /** How many prepared statements a session may keep. */
  long MOST_KEPT = 257;

  private static void requireLost(Session session) {
    assertFalse(session.usable());
    assertEquals("SQLX611", Sessions.code(() -> Sessions.rows(session, "SELECT 1")));
    session.rollback();
    session.close();
    session.close();
  }

  @Test
  default void aSessionWhoseServerEndedWhileItRestedIsLost() {
    Session session = target().open();
    target().end(target().identity(session));
    assertEquals("SQLX611", Sessions.code(() -> Sessions.rows(session, "SELECT 1")));
    requireLost(session);
  }

  @Test
  default void aSessionThatLosesItsServerInATransactionIsLost() {
    Session session = target().open();
    session.begin(Access.WRITE, Sessions.soon());
    target().end(target().identity(session));
    assertEquals("SQLX611", Sessions.code(() -> session.commit(Sessions.soon())));
    requireLost(session);
  }

  @Test
  default void aStatementThatRunsWhenItsServerEndsIsLost() {
    Session session = target().open();
    long identity = target().identity(session);
    CompletableFuture<String> code =
        CompletableFuture.supplyAsync(
            () -> Sessions.code(() -> Sessions.rows(session, target().words().endless())),
            Executors.newVirtualThreadPerTaskExecutor());
    awaitRunning();
    target().end(identity);
    assertEquals("SQLX611", code.join());
    requireLost(session);
  }

  @Test
  default void rowsThatAreReadWhenTheServerEndsAreLost() {
    Session session = target().open();
    long identity = target().identity(session);
    String text = target().words().numbers(100_000_000);
    Cursor cursor = session.query(Sessions.sql(text), Sessions.soon());
    assertTrue(cursor.next());
    target().end(identity);
    String code =
        Sessions.code(
            () -> {
              while (cursor.next()) {
                cursor.getLong(0);
              }
            });
    assertEquals("SQLX611", code);
    cursor.close();
    requireLost(session);
  }

  @Test
  default void aStatementThatWaitsForALockIsStoppedInItsTransaction() {
    String change = "UPDATE locked SET id = 2";
    try (Session session = target().open();
        Session other = target().open()) {
      Sessions.run(session, "DROP TABLE IF EXISTS locked");
      Sessions.run(session, "CREATE TABLE locked (id INTEGER)");
      Sessions.run(session, "INSERT INTO locked VALUES (1)");
      other.begin(Access.WRITE, Sessions.soon());
      Sessions.run(other, change);
      session.begin(Access.WRITE, Sessions.soon());
      Deadline soon = Deadline.in(Duration.ofMillis(200));
      assertEquals("SQLX609", Sessions.code(() -> session.execute(Sessions.sql(change), soon)));
      session.rollback();
      requireWorking(session);
      other.rollback();
      assertEquals(1, Sessions.run(session, change));
    }
  }

  @Test
  default void aChangeOfATableThatIsGoneIsRefusedAndFindsTheNextOne() {
    String insert =
        "INSERT INTO gone VALUES (%s)".formatted(target().words().parameter(1, INTEGER));
    try (Session session = target().open();
        Session other = target().open()) {
      for (int i = 0; i < 3; i++) {
        Sessions.run(other, "CREATE TABLE gone (id INTEGER)");
        assertEquals(1, Sessions.run(session, insert, 2L));
        Sessions.run(other, "DROP TABLE gone");
        assertEquals("SQLX614", Sessions.code(() -> Sessions.run(session, insert, 2L)));
        requireWorking(session);
      }
    }
  }

  @Test
  default void theLeastRecentlyUsedStatementsAreGivenUp() {
    try (Session session = target().open()) {
      long before = target().kept(session);
      for (long i = 0; i < 700; i++) {
        assertEquals(i, Sessions.number(session, "SELECT " + i));
      }
      long kept = target().kept(session) - before;
      assertTrue(kept >= 100 && kept <= MOST_KEPT, kept + " are kept");
      for (long i = 0; i < 700; i++) {
        assertEquals(i, Sessions.number(session, "SELECT " + i));
      }
    }
  }
}
