package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Statements, errors and transactions one after the other in one session. */
abstract class SessionSuite {

  private final TestDatabase database;
  private Session session;

  SessionSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(
        session, "CREATE TABLE thing (a int PRIMARY KEY, b text NOT NULL CHECK (b <> ''))");
  }

  @AfterEach
  void close() {
    Sessions.run(session, "DROP TABLE thing");
    session.close();
  }

  private long things() {
    return (long) Sessions.one(session, "SELECT count(*) FROM thing");
  }

  private void requireRefused(String code, String state, String text, Object... parameters) {
    Problem problem = Sessions.refusal(() -> Sessions.run(session, text, parameters));
    assertEquals(code, problem.code().code(), problem.toString());
    assertEquals(state, problem.sqlState().orElseThrow());
    assertTrue(session.usable());
  }

  @Test
  void tellsHowManyRowsAQueryInserted() {
    assertEquals(
        3, Sessions.run(session, "INSERT INTO thing SELECT n, 'x' FROM generate_series(1,3) n"));
    assertEquals(0, Sessions.run(session, ""));
  }

  @Test
  void anErrorLeavesTheSessionUsable() {
    String insert = "INSERT INTO thing VALUES ($1, $2)";
    Sessions.run(session, insert, 1L, "x");
    requireRefused("SQLX643", "23505", insert, 1L, "x");
    requireRefused("SQLX640", "23502", insert, 2L, null);
    requireRefused("SQLX641", "23514", insert, 2L, "");
    requireRefused("SQLX613", "42601", "SELEC 1");
    requireRefused("SQLX614", "42P01", "SELECT * FROM nothing");
    requireRefused("SQLX644", "22012", "SELECT 1 / $1::int", 0L);
    assertEquals(1, things());
  }

  @Test
  void aTransactionThatFailedIsUndoneAndNotCommitted() {
    session.begin(Access.WRITE, Sessions.soon());
    Sessions.run(session, "INSERT INTO thing VALUES (1, 'x')");
    requireRefused("SQLX643", "23505", "INSERT INTO thing VALUES (1, 'x')");
    requireRefused("SQLX613", "25P02", "SELECT 1");
    session.rollback();
    assertEquals(0, things());
  }

  /** The server answers COMMIT with ROLLBACK then, which is no error to it. */
  @Test
  void committingATransactionThatFailedIsNotTakenForSuccess() {
    session.begin(Access.WRITE, Sessions.soon());
    Sessions.run(session, "INSERT INTO thing VALUES (1, 'x')");
    requireRefused("SQLX643", "23505", "INSERT INTO thing VALUES (1, 'x')");
    assertEquals("SQLX613", Sessions.code(() -> session.commit(Sessions.soon())));
    session.rollback();
    assertEquals(0, things());
  }

  @Test
  void aReadingTransactionRefusesToWrite() {
    session.begin(Access.READ, Sessions.soon());
    requireRefused("SQLX612", "25006", "INSERT INTO thing VALUES (1, 'x')");
    session.rollback();
    assertEquals(0, things());
  }

  @Test
  void noticesAndChangedSettingsComeInBetween() {
    Sessions.run(
        session,
        """
        CREATE OR REPLACE FUNCTION loud(n int) RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
          RAISE NOTICE 'row % äöü', n;
          PERFORM set_config('application_name', 'loud' || n, false);
          PERFORM pg_notify('channel', 'payload ' || n);
          RETURN n;
        END $$
        """);
    Sessions.run(session, "LISTEN channel");
    List<List<Object>> rows =
        Sessions.rows(session, "SELECT loud(n) FROM generate_series(1, 500) n");
    assertEquals(500, rows.size());
    assertEquals(List.of(500L), rows.getLast());
    assertEquals("loud500", Sessions.one(session, "SHOW application_name"));
    Sessions.run(session, "UNLISTEN *");
    Sessions.run(session, "DROP FUNCTION loud");
  }

  @Test
  void copyIsRefusedWithoutHanging() {
    for (String text :
        List.of("COPY thing FROM STDIN", "COPY thing TO STDOUT", "COPY (SELECT 1) TO STDOUT")) {
      for (Runnable way :
          List.<Runnable>of(
              () -> Sessions.run(session, text), () -> Sessions.rows(session, text))) {
        try {
          way.run();
        } catch (org.sqlxos.problem.api.ProblemException e) {
          assertEquals("SQLX613", e.problem().code().code(), text);
        }
        assertEquals(0, things());
      }
    }
    assertEquals("SQLX613", Sessions.code(() -> Sessions.run(session, "COPY thing FROM STDIN")));
    assertEquals("SQLX613", Sessions.code(() -> Sessions.rows(session, "COPY thing FROM STDIN")));
  }
}
