package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** What becomes of statements and their results. */
abstract class StatementSuite {

  private final TestDatabase database;

  StatementSuite(TestDatabase database) {
    this.database = database;
  }

  private Session open() {
    return Wire.open(database.url());
  }

  private long count(String query) throws SQLException {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(rows.getMetaData().getColumnCount());
    }
  }

  @Test
  void theFirstOfSeveralResultsCounts() {
    try (Session session = open()) {
      Wire.run(session, "DROP PROCEDURE IF EXISTS several");
      Wire.run(
          session,
          "CREATE PROCEDURE several(n INT) BEGIN SELECT n AS a, 'x'; SELECT 2 UNION SELECT 3;"
              + " SELECT 'end' FROM DUAL WHERE FALSE; END");
      assertEquals(List.of(List.of(7L, "x")), Wire.rows(session, "CALL several(?)", 7L));
      assertEquals(0, Wire.run(session, "CALL several(1)"));
      assertEquals(5L, Wire.one(session, "SELECT 5"));
    }
  }

  @Test
  void noFileOfThisMachineIsSent() throws SQLException {
    long before = count("SELECT @@GLOBAL.local_infile");
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement();
        Session session = open()) {
      statement.execute("SET GLOBAL local_infile = ON");
      try {
        Wire.run(session, "CREATE TABLE taken(line TEXT)");
        Wire.refusal(
            () -> Wire.run(session, "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE taken"));
        assertEquals(0L, Wire.one(session, "SELECT COUNT(*) FROM taken"));
      } finally {
        statement.execute("SET GLOBAL local_infile = " + before);
      }
    }
  }

  @Test
  void anErrorLeavesTheSessionUsable() {
    try (Session session = open()) {
      Wire.run(session, "CREATE TABLE once(id INT PRIMARY KEY)");
      Wire.run(session, "INSERT INTO once VALUES (?)", 1L);
      assertEquals(
          "SQLX643", Wire.code(() -> Wire.run(session, "INSERT INTO once VALUES (?)", 1L)));
      assertEquals("SQLX613", Wire.code(() -> Wire.one(session, "SELEC 1")));
      assertEquals("SQLX614", Wire.code(() -> Wire.one(session, "SELECT a FROM nowhere")));
      assertEquals("SQLX613", Wire.code(() -> Wire.one(session, "SELECT ?")));
      assertEquals(1L, Wire.one(session, "SELECT COUNT(*) FROM once"));
    }
  }

  @Test
  void anErrorAmongRowsEndsThem() {
    String query =
        Numbers.select(
            "9223372036854775000 + %s DIV 50".formatted(Numbers.value(100_000)), 100_000);
    try (Session session = open()) {
      try (Cursor cursor = session.query(Wire.sql(query), Wire.soon())) {
        assertTrue(cursor.next());
        assertEquals(
            "SQLX644",
            Wire.code(
                () -> {
                  while (cursor.next()) {
                    cursor.getLong(0);
                  }
                }));
        assertFalse(cursor.next());
      }
      assertEquals(1L, Wire.one(session, "SELECT 1"));
    }
  }

  @Test
  void aResultIsLeftEarlyWithoutReadingItAll() {
    try (Session session = open()) {
      for (String query : List.of(Numbers.upTo(100), Numbers.upTo(100_000_000))) {
        try (Cursor cursor = session.query(Wire.sql(query), Wire.soon())) {
          assertTrue(cursor.next());
          assertTrue(cursor.next());
        }
        assertEquals(1L, Wire.one(session, "SELECT 1"));
      }
    }
  }

  @Test
  void theLeastRecentlyUsedStatementsAreGivenUp() throws SQLException {
    long before = prepared();
    try (Session session = open()) {
      for (int i = 0; i < 700; i++) {
        assertEquals((long) i, Wire.one(session, "SELECT " + i));
      }
      assertEquals(0L, Wire.one(session, "SELECT 0"));
      long kept = prepared() - before;
      assertTrue(kept >= 100 && kept <= 300, kept + " are kept");
    }
  }

  private long prepared() throws SQLException {
    return count("SHOW GLOBAL STATUS LIKE 'Prepared_stmt_count'");
  }

  @Test
  void aTableMayChangeBetweenExecutions() {
    try (Session session = open();
        Session other = open()) {
      Wire.run(session, "CREATE TABLE changing(id INT)");
      Wire.run(session, "INSERT INTO changing VALUES (?)", 1L);
      assertEquals(List.of(List.of(1L)), Wire.rows(session, "SELECT * FROM changing"));
      Wire.run(other, "ALTER TABLE changing ADD COLUMN name VARCHAR(9) DEFAULT 'x' FIRST");
      assertEquals(List.of(List.of("x", 1L)), Wire.rows(session, "SELECT * FROM changing"));
      Wire.run(other, "ALTER TABLE changing MODIFY id VARCHAR(9)");
      assertEquals(List.of(List.of("x", "1")), Wire.rows(session, "SELECT * FROM changing"));
      Wire.run(other, "DROP TABLE changing");
      assertEquals("SQLX614", Wire.code(() -> Wire.rows(session, "SELECT * FROM changing")));
      Wire.run(other, "CREATE TABLE changing(id DOUBLE)");
      Wire.run(session, "INSERT INTO changing VALUES (?)", 2L);
      assertEquals(List.of(List.of(2.0)), Wire.rows(session, "SELECT * FROM changing"));
    }
  }

  @Test
  void severalStatementsAtOnceAreRefused() {
    try (Session session = open()) {
      assertEquals("SQLX613", Wire.code(() -> Wire.run(session, "SELECT 1; SELECT 2")));
    }
  }

  @Test
  void sessionsOfManyThreadsKeepApart() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 8; i++) {
      long mine = i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Session session = open()) {
                      for (int j = 0; j < 100; j++) {
                        assertEquals(mine, Wire.one(session, "SELECT ?", mine));
                      }
                    } catch (ProblemException | AssertionError e) {
                      failures.add(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
  }
}
