package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** Statements with several results, as the driver sees them. */
abstract class ResultSuite {

  private static final String CALL = "CALL several(?)";

  private final TestDatabase database;
  private Session session;

  ResultSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "CREATE TABLE IF NOT EXISTS touched (n INT)");
    Sessions.run(session, "DROP PROCEDURE IF EXISTS several");
    Sessions.run(
        session,
        """
        CREATE PROCEDURE several(most INT) BEGIN
          SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y';
          INSERT INTO touched VALUES (most);
          SELECT 'nothing' AS c FROM touched WHERE n < 0;
          SELECT most AS d;
          SELECT 1 AS e WHERE FALSE;
        END
        """);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private List<List<List<String>>> driver() throws SQLException {
    List<List<List<String>>> results = new ArrayList<>();
    try (Connection connection = database.connect();
        CallableStatement statement = connection.prepareCall(CALL)) {
      statement.setInt(1, 7);
      boolean more = statement.execute();
      while (more) {
        List<List<String>> result = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
              row.add(rows.getString(i));
            }
            result.add(row);
          }
        }
        results.add(result);
        more = statement.getMoreResults();
      }
    }
    return results;
  }

  private static List<List<String>> rest(Cursor cursor) {
    List<List<String>> result = new ArrayList<>();
    while (cursor.next()) {
      List<String> row = new ArrayList<>();
      try {
        for (int i = 0; ; i++) {
          row.add(String.valueOf(Sessions.value(cursor, i)));
        }
      } catch (IndexOutOfBoundsException e) {
        result.add(row);
      }
    }
    return result;
  }

  private static List<List<List<String>>> all(Session session) {
    List<List<List<String>>> results = new ArrayList<>();
    try (Cursor cursor = session.query(Sessions.sql(CALL, 7L), Sessions.soon())) {
      do {
        results.add(rest(cursor));
      } while (cursor.nextResult());
      assertFalse(cursor.next());
      assertFalse(cursor.nextResult());
    }
    return results;
  }

  @Test
  void allResultsComeAsTheDriverSeesThem() throws SQLException {
    List<List<List<String>>> expected = driver();
    assertEquals(4, expected.size());
    assertEquals(expected, all(session));
    assertEquals(1L, Sessions.one(session, "SELECT 1"));
  }

  @Test
  void sharedTheSame() throws SQLException {
    Session shared = ((Multiplexed) session).share();
    assertEquals(driver(), all(shared));
    assertEquals(1L, Sessions.one(shared, "SELECT 1"));
  }

  @Test
  void whatIsLeftOfAResultIsDropped() {
    try (Cursor cursor = session.query(Sessions.sql(CALL, 7L), Sessions.soon())) {
      assertTrue(cursor.nextResult());
      assertTrue(cursor.nextResult());
      assertTrue(cursor.next());
      assertEquals(7, cursor.getLong(0));
    }
    try (Cursor cursor = session.query(Sessions.sql(CALL, 7L), Sessions.soon())) {
      assertTrue(cursor.next());
      assertTrue(cursor.nextResult());
      assertFalse(cursor.next());
      assertFalse(cursor.next());
    }
    try (Cursor cursor = session.query(Sessions.sql(CALL, 7L), Sessions.soon())) {
      assertTrue(cursor.next());
    }
    assertEquals(1L, Sessions.one(session, "SELECT 1"));
  }

  @Test
  void anErrorBetweenResultsIsToldWhereItIsMet() {
    Sessions.run(session, "DROP PROCEDURE IF EXISTS broken");
    Sessions.run(
        session,
        """
        CREATE PROCEDURE broken() BEGIN
          SELECT 1 AS a;
          SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'on purpose';
        END
        """);
    try (Cursor cursor = session.query(Sessions.sql("CALL broken()"), Sessions.soon())) {
      assertTrue(cursor.next());
      assertEquals(1, cursor.getLong(0));
      assertEquals("45000", Sessions.refusal(cursor::nextResult).sqlState().orElseThrow());
    }
    assertEquals(1L, Sessions.one(session, "SELECT 1"));
  }

  @Test
  void aStatementWithOneResultHasNoOther() {
    try (Cursor cursor = session.query(Sessions.sql("SELECT 1 UNION SELECT 2"), Sessions.soon())) {
      assertTrue(cursor.next());
      assertFalse(cursor.nextResult());
      assertFalse(cursor.next());
    }
  }
}
