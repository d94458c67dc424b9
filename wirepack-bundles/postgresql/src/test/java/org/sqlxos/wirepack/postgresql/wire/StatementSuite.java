package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
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
    Wire.run(session, "CREATE TABLE changing (a int, b text)");
    Wire.run(session, "INSERT INTO changing VALUES (1, 'one')");
  }

  @AfterEach
  void close() {
    Wire.run(session, "DROP TABLE IF EXISTS changing");
    session.close();
  }

  private long kept() {
    return (long) Wire.one(session, "SELECT count(*) FROM pg_prepared_statements");
  }

  @Test
  void manyDifferentStatementsAreKeptUpToABound() {
    for (long i = 0; i < 700; i++) {
      assertEquals(i, Wire.one(session, "SELECT $1::int8 -- " + i, i));
    }
    assertTrue(kept() <= 257, () -> kept() + " are kept");
    for (long i = 0; i < 700; i++) {
      assertEquals(i, Wire.one(session, "SELECT $1::int8 -- " + i, i));
    }
  }

  @Test
  void theSameTextIsPreparedOnce() {
    for (int i = 0; i < 20; i++) {
      Wire.rows(session, "SELECT a FROM changing");
    }
    assertEquals(
        1L,
        Wire.one(
            session,
            "SELECT count(*) FROM pg_prepared_statements WHERE statement = $1",
            "SELECT a FROM changing"));
  }

  @Test
  void aTableThatChangesBetweenTwoExecutionsIsReadAnew() throws SQLException {
    assertEquals(List.of(1L, "one"), Wire.rows(session, "SELECT * FROM changing").getFirst());
    try (Session other = Wire.open(database)) {
      Wire.run(other, "ALTER TABLE changing ADD c int DEFAULT 3");
    }
    assertEquals(List.of(1L, "one", 3L), Wire.rows(session, "SELECT * FROM changing").getFirst());
    Wire.run(session, "ALTER TABLE changing ALTER a TYPE text");
    assertEquals(List.of("1", "one", 3L), Wire.rows(session, "SELECT * FROM changing").getFirst());
  }

  @Test
  void aParameterWhoseTypeChangesIsSentAsTheNewOne() {
    String insert = "INSERT INTO changing (a) VALUES ($1)";
    assertEquals(1, Wire.run(session, insert, 5L));
    Wire.run(session, "ALTER TABLE changing ALTER a TYPE text");
    // The server keeps the parameter's type as it was prepared, and casts.
    String code = "";
    try {
      assertEquals(1, Wire.run(session, insert, 6L));
    } catch (org.sqlxos.problem.api.ProblemException e) {
      code = e.problem().code().code();
    }
    assertTrue(code.isEmpty() || code.equals("SQLX644"), code);
    assertTrue(session.usable());
  }

  @Test
  void inATransactionAStatementThatIsStaleFailsIt() {
    Wire.rows(session, "SELECT * FROM changing");
    session.begin(Access.WRITE, Wire.soon());
    Wire.run(session, "ALTER TABLE changing ADD c int");
    assertEquals("SQLX614", Wire.code(() -> Wire.rows(session, "SELECT * FROM changing")));
    session.rollback();
    assertEquals(2, Wire.rows(session, "SELECT * FROM changing").getFirst().size());
  }

  @Test
  void statementsThatSomebodyThrewAwayAreMadeAgain() {
    assertEquals("one", Wire.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    Wire.run(session, "DEALLOCATE ALL");
    assertEquals("one", Wire.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    Wire.run(session, "DISCARD ALL");
    assertEquals("one", Wire.one(session, "SELECT b FROM changing WHERE a = $1", 1L));
    assertEquals(1, Wire.run(session, "UPDATE changing SET b = $1", "two"));
  }

  @Test
  void aTableThatIsGoneAndComesBackIsFound() {
    Wire.rows(session, "SELECT b FROM changing");
    Wire.run(session, "DROP TABLE changing");
    assertEquals("SQLX614", Wire.code(() -> Wire.rows(session, "SELECT b FROM changing")));
    Wire.run(session, "CREATE TABLE changing (b int8)");
    Wire.run(session, "INSERT INTO changing VALUES (4)");
    assertEquals(4L, Wire.one(session, "SELECT b FROM changing"));
  }

  @Test
  void theSearchPathDecidesAnewWhichTableIsMeant() {
    Wire.run(session, "CREATE SCHEMA beside");
    Wire.run(session, "CREATE TABLE beside.changing (a int, b text)");
    Wire.run(session, "INSERT INTO beside.changing VALUES (2, 'two')");
    assertEquals("one", Wire.one(session, "SELECT b FROM changing"));
    Wire.run(session, "SET search_path = beside");
    assertEquals("two", Wire.one(session, "SELECT b FROM changing"));
    Wire.run(session, "RESET search_path");
    Wire.run(session, "DROP SCHEMA beside CASCADE");
  }
}
