package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Statements that the server keeps ready: they are found again, replaced and given up. */
abstract class StatementSuite {

  private final TestDatabase database;
  private Session session;

  StatementSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "CREATE TABLE changing (a int, b text)");
    Sessions.run(session, "INSERT INTO changing VALUES (1, 'one')");
  }

  @AfterEach
  void close() {
    Sessions.run(session, "DROP TABLE IF EXISTS changing");
    session.close();
  }

  @Test
  void theSameTextIsPreparedOnce() {
    for (int i = 0; i < 20; i++) {
      Sessions.rows(session, "SELECT a FROM changing");
    }
    assertEquals(
        1L,
        Sessions.one(
            session,
            "SELECT count(*) FROM pg_prepared_statements WHERE statement = $1",
            "SELECT a FROM changing"));
  }

  @Test
  void aTableThatChangesBetweenTwoExecutionsIsReadAnew() throws SQLException {
    assertEquals(List.of(1L, "one"), Sessions.rows(session, "SELECT * FROM changing").getFirst());
    try (Session other = Wire.open(database)) {
      Sessions.run(other, "ALTER TABLE changing ADD c int DEFAULT 3");
    }
    assertEquals(
        List.of(1L, "one", 3L), Sessions.rows(session, "SELECT * FROM changing").getFirst());
    Sessions.run(session, "ALTER TABLE changing ALTER a TYPE text");
    assertEquals(
        List.of("1", "one", 3L), Sessions.rows(session, "SELECT * FROM changing").getFirst());
  }

  @Test
  void aParameterWhoseTypeChangesIsSentAsTheNewOne() {
    String insert = "INSERT INTO changing (a) VALUES ($1)";
    assertEquals(1, Sessions.run(session, insert, 5L));
    Sessions.run(session, "ALTER TABLE changing ALTER a TYPE text");
    // The server keeps the parameter's type as it was prepared, and casts.
    String code = "";
    try {
      assertEquals(1, Sessions.run(session, insert, 6L));
    } catch (org.sqlxos.problem.api.ProblemException e) {
      code = e.problem().code().code();
    }
    assertTrue(code.isEmpty() || code.equals("SQLX644"), code);
    assertTrue(session.usable());
  }

  @Test
  void inATransactionAStatementThatIsStaleFailsIt() {
    Sessions.rows(session, "SELECT * FROM changing");
    session.begin(Access.WRITE, Sessions.soon());
    Sessions.run(session, "ALTER TABLE changing ADD c int");
    assertEquals("SQLX614", Sessions.code(() -> Sessions.rows(session, "SELECT * FROM changing")));
    session.rollback();
    assertEquals(2, Sessions.rows(session, "SELECT * FROM changing").getFirst().size());
  }

  @Test
  void statementsThatSomebodyThrewAwayAreMadeAgain() {
    assertEquals("one", Sessions.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    Sessions.run(session, "DEALLOCATE ALL");
    assertEquals("one", Sessions.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    Sessions.run(session, "DISCARD ALL");
    assertEquals("one", Sessions.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    assertEquals(1, Sessions.run(session, "UPDATE changing SET b = $1", "two"));
  }

  @Test
  void theSearchPathDecidesAnewWhichTableIsMeant() {
    Sessions.run(session, "CREATE SCHEMA beside");
    Sessions.run(session, "CREATE TABLE beside.changing (a int, b text)");
    Sessions.run(session, "INSERT INTO beside.changing VALUES (2, 'two')");
    assertEquals("one", Sessions.one(session, "SELECT b FROM changing"));
    Sessions.run(session, "SET search_path = beside");
    assertEquals("two", Sessions.one(session, "SELECT b FROM changing"));
    Sessions.run(session, "RESET search_path");
    Sessions.run(session, "DROP SCHEMA beside CASCADE");
  }
}
