package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.testkit.session.SqlWords.Type.INTEGER;
import static org.sqlxos.testkit.session.SqlWords.Type.TEXT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.wirepack.api.Session;

/** Statements that are kept ready: found again, given up, and made anew when a table changes. */
public interface PreparedConformance extends OnSessions {

  private Session withTable() {
    Session session = target().open();
    Sessions.run(session, "DROP TABLE IF EXISTS changing");
    Sessions.run(session, "CREATE TABLE changing (id " + target().words().column(INTEGER) + ")");
    Sessions.run(session, "INSERT INTO changing VALUES (1)");
    return session;
  }

  private static List<?> first(Session session) {
    return Sessions.rows(session, "SELECT * FROM changing").getFirst();
  }

  @Test
  default void manyDifferentStatementsAreFoundAgain() {
    String echo = "SELECT %s /* %%d */".formatted(target().words().parameter(1, INTEGER));
    try (Session session = target().open()) {
      for (int round = 0; round < 2; round++) {
        for (long i = 0; i < 700; i++) {
          assertEquals(i, Sessions.number(session, echo.formatted(i), i));
        }
      }
    }
  }

  @Test
  default void aColumnThatIsAddedIsRead() {
    try (Session session = withTable();
        Session other = target().open()) {
      assertEquals(List.of(1L), first(session));
      Sessions.run(other, "ALTER TABLE changing ADD COLUMN name VARCHAR(9) DEFAULT 'x'");
      assertEquals(List.of(1L, "x"), first(session));
      Sessions.run(other, "ALTER TABLE changing DROP COLUMN name");
      assertEquals(List.of(1L), first(session));
    }
  }

  @Test
  default void aColumnOfAnotherTypeIsReadAsThat() {
    try (Session session = withTable();
        Session other = target().open()) {
      assertEquals(List.of(1L), first(session));
      target().words().retype("changing", "id").ifPresent(text -> Sessions.run(other, text));
      boolean retyped = target().words().retype("changing", "id").isPresent();
      assertEquals(List.of(retyped ? "1" : (Object) 1L), first(session));
    }
  }

  @Test
  default void aTableThatIsGoneAndComesBackIsFound() {
    SqlWords words = target().words();
    String insert = "INSERT INTO changing VALUES (" + words.parameter(1, INTEGER) + ")";
    try (Session session = withTable();
        Session other = target().open()) {
      Sessions.run(session, insert, 2L);
      assertEquals(List.of(1L), first(session));
      Sessions.run(other, "DROP TABLE changing");
      assertEquals("SQLX614", Sessions.code(() -> first(session)));
      Sessions.run(other, "CREATE TABLE changing (id " + words.column(TEXT) + ")");
      Sessions.run(other, "INSERT INTO changing VALUES ('one')");
      assertEquals(List.of("one"), first(session));
      Sessions.run(other, "DROP TABLE changing");
      Sessions.run(other, "CREATE TABLE changing (id " + words.column(INTEGER) + ")");
      Sessions.run(session, insert, 3L);
      assertEquals(List.of(3L), first(session));
    }
  }
}
