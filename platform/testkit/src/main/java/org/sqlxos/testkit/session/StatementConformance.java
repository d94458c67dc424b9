package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.SqlWords.Type.INTEGER;
import static org.sqlxos.testkit.session.SqlWords.Type.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.wirepack.api.Session;

/** What becomes of statements, their results and their errors. */
public interface StatementConformance extends OnSessions {

  /** A table {@code thing(id, b)}, as it is after its creation. */
  private Session withThing() {
    Session session = target().open();
    Sessions.run(session, "DROP TABLE IF EXISTS thing");
    Sessions.run(
        session, "CREATE TABLE thing (id INTEGER PRIMARY KEY, b VARCHAR(40) DEFAULT 'x' NOT NULL)");
    return session;
  }

  private String insert() {
    SqlWords words = target().words();
    return "INSERT INTO thing VALUES (%s, %s)"
        .formatted(words.parameter(1, INTEGER), words.parameter(2, TEXT));
  }

  @Test
  default void tellsHowManyRowsAChangeTouched() {
    SqlWords words = target().words();
    try (Session session = withThing()) {
      assertEquals(3, Sessions.run(session, "INSERT INTO thing(id) VALUES (1), (2), (3)"));
      String update =
          "UPDATE thing SET b = %s WHERE id > %s"
              .formatted(words.parameter(1, TEXT), words.parameter(2, INTEGER));
      assertEquals(2, Sessions.run(session, update, "y", 1L));
      String delete = "DELETE FROM thing WHERE id = " + words.parameter(1, INTEGER);
      assertEquals(0, Sessions.run(session, delete, 99L));
      assertEquals(3, Sessions.run(session, "DELETE FROM thing"));
      assertEquals(0, Sessions.run(session, "DELETE FROM thing"));
    }
  }

  @Test
  default void anErrorHasItsCodeAndLeavesTheSessionUsable() {
    try (Session session = withThing()) {
      String insert = insert();
      Sessions.run(session, insert, 1L, "x");
      for (int i = 0; i < 3; i++) {
        requireChangeRefused(session, "SQLX643", insert, 1L, "x");
        requireChangeRefused(session, "SQLX640", insert, 2L, null);
        requireChangeRefused(session, "SQLX640", "INSERT INTO thing VALUES (2, NULL)");
        requireChangeRefused(session, "SQLX614", "DELETE FROM nowhere");
        requireQueryRefused(session, "SQLX613", "SELEC 1");
        requireQueryRefused(session, "SQLX614", "SELECT a FROM nowhere");
        requireQueryRefused(session, "SQLX614", "SELECT absent FROM thing");
      }
      assertEquals(1L, Sessions.number(session, "SELECT COUNT(*) FROM thing"));
    }
  }

  private void requireChangeRefused(
      Session session, String code, String text, @Nullable Object... parameters) {
    String found = Sessions.code(() -> Sessions.run(session, text, parameters));
    assertEquals(code, found, text);
    requireWorking(session);
  }

  private void requireQueryRefused(Session session, String code, String text) {
    assertEquals(code, Sessions.code(() -> Sessions.rows(session, text)), text);
    requireWorking(session);
    requireChangeRefused(session, code, text);
  }

  @Test
  default void anErrorAmongRowsEndsThem() {
    SqlWords.Failing failing = target().words().failing();
    try (Session session = target().open()) {
      try (Cursor cursor = session.query(Sessions.sql(failing.text()), Sessions.soon())) {
        assertTrue(cursor.next());
        String code =
            Sessions.code(
                () -> {
                  while (cursor.next()) {
                    cursor.getLong(0);
                  }
                });
        assertEquals(failing.code(), code);
        assertFalse(cursor.next());
      }
      requireWorking(session);
    }
  }

  @Test
  default void aResultIsLeftEarlyWithoutReadingItAll() {
    try (Session session = target().open()) {
      for (long rows : new long[] {100, 100_000_000, 100, 100_000_000}) {
        String query = target().words().numbers(rows);
        try (Cursor cursor = session.query(Sessions.sql(query), Sessions.soon())) {
          assertTrue(cursor.next());
          assertTrue(cursor.getLong(0) > 0);
          assertTrue(cursor.next());
        }
        requireWorking(session);
      }
    }
    awaitIdle();
  }

  @Test
  default void theNextStatementClosesTheCursorBefore() {
    try (Session session = target().open()) {
      Cursor left = session.query(Sessions.sql(target().words().numbers(10_000)), Sessions.soon());
      assertTrue(left.next());
      requireWorking(session);
      left.close();
      requireWorking(session);
    }
  }

  @Test
  default void closingTwiceIsClosingOnce() {
    Session session = target().open();
    Cursor cursor = session.query(Sessions.sql("SELECT 1"), Sessions.soon());
    cursor.close();
    cursor.close();
    assertFalse(cursor.next());
    session.close();
    session.close();
    assertFalse(session.usable());
    session.cancel();
    session.rollback();
  }

  @Test
  default void sessionsOfManyThreadsKeepApart() throws Exception {
    String echo = "SELECT " + target().words().parameter(1, INTEGER);
    List<Future<Void>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long thread = 0; thread < 8; thread++) {
        long mine = thread * 1_000_000;
        results.add(
            threads.submit(
                () -> {
                  try (Session session = target().open()) {
                    for (long i = mine; i < mine + 200; i++) {
                      assertEquals(i, Sessions.number(session, echo, i));
                    }
                  }
                  return null;
                }));
      }
    }
    for (Future<Void> result : results) {
      result.get();
    }
  }
}
