package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.SqlWords.Type.INTEGER;
import static org.sqlxos.testkit.session.SqlWords.Type.TEXT;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;

/**
 * One of many callers on a connection, who asks what comes to its mind and knows every answer.
 *
 * @param session on the connection that is shared
 * @param random where its questions come from
 * @param mine a number that no other caller is near
 */
record SharedCaller(Session session, SqlWords words, SplittableRandom random, long mine) {

  /** Longer than what the engine takes off a shared connection at once. */
  private static final int LONG_TEXT = 400_000;

  private static final List<String> STOPPED = List.of("SQLX609", "SQLX610");

  /** Asks so many questions, and tells how many were answered as they should be. */
  int ask(int questions) {
    int answered = 0;
    try (session) {
      for (int i = 0; i < questions; i++) {
        ask(mine + i);
        answered++;
      }
    }
    return answered;
  }

  private void ask(long number) {
    switch (random.nextInt(12)) {
      case 0 -> requireCode("SQLX643", "INSERT INTO taken VALUES (1)");
      case 1 -> requireCode("SQLX614", "SELECT a FROM nowhere" + number % 7);
      case 2 -> requireCode("SQLX613", "SELEC " + number);
      case 3 -> failsAmongRows();
      case 4 -> longText(number);
      case 5 -> leavesEarly();
      case 6 -> inAHurry(number);
      case 7 -> cancelled(number);
      case 8 -> manyRows();
      default -> echo(number);
    }
  }

  private void echo(long number) {
    String text = "SELECT %s, %s".formatted(words.parameter(1, INTEGER), words.parameter(2, TEXT));
    assertEquals(
        List.of(List.of(number, "n" + number)), Sessions.rows(session, text, number, "n" + number));
  }

  private void requireCode(String code, String text) {
    assertEquals(code, Sessions.code(() -> Sessions.run(session, text)), text);
  }

  private void failsAmongRows() {
    SqlWords.Failing failing = words.failing();
    insistently(
        () -> {
          ProblemException thrown =
              assertThrows(ProblemException.class, () -> Sessions.rows(session, failing.text()));
          if (!thrown.problem().code().code().equals(failing.code())) {
            throw thrown;
          }
        });
  }

  private void longText(long number) {
    String text = Long.toString(number) + "-".repeat(LONG_TEXT);
    String query = "SELECT " + words.parameter(1, TEXT);
    insistently(() -> assertEquals(text, Sessions.one(session, query, text)));
  }

  /**
   * A long answer that its reader has begun to see cannot be asked for again behind its back: where
   * a server stops it in another's place, the reader is told to try again.
   */
  private static void insistently(Runnable question) {
    while (true) {
      try {
        question.run();
        return;
      } catch (ProblemException e) {
        assertEquals("SQLX610", e.problem().code().code(), e.toString());
        assertTrue(e.problem().code().retryable());
      }
    }
  }

  private void leavesEarly() {
    try (Cursor cursor = session.query(Sessions.sql(words.numbers(10_000)), Sessions.soon())) {
      assertTrue(cursor.next());
    }
  }

  private void manyRows() {
    assertEquals(10_000, Sessions.rows(session, words.numbers(10_000)).size());
  }

  /** Its deadline may pass while it waits behind the others, while it runs, or not at all. */
  private void inAHurry(long number) {
    Deadline deadline = Deadline.in(Duration.ofMillis(random.nextInt(-1, 30)));
    try {
      String text = "SELECT " + words.parameter(1, INTEGER);
      assertEquals(List.of(List.of(number)), Sessions.rows(session, deadline, text, number));
    } catch (ProblemException e) {
      assertEquals("SQLX609", e.problem().code().code(), e.toString());
    }
  }

  /** Somebody cancels it, perhaps before it began, perhaps too late. */
  private void cancelled(long number) {
    Thread canceller = Thread.ofVirtual().start(session::cancel);
    try {
      @Nullable Object found =
          Sessions.one(session, "SELECT " + words.parameter(1, INTEGER), number);
      assertEquals((Object) number, found);
    } catch (ProblemException e) {
      String code = e.problem().code().code();
      assertTrue(STOPPED.contains(code), e.toString());
    }
    try {
      canceller.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
