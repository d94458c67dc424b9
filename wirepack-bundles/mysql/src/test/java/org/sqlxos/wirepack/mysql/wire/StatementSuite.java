package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** What only these servers do with statements. */
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
      Sessions.run(session, "DROP PROCEDURE IF EXISTS several");
      Sessions.run(
          session,
          "CREATE PROCEDURE several(n INT) BEGIN SELECT n AS a, 'x'; SELECT 2 UNION SELECT 3;"
              + " SELECT 'end' FROM DUAL WHERE FALSE; END");
      assertEquals(List.of(List.of(7L, "x")), Sessions.rows(session, "CALL several(?)", 7L));
      assertEquals(0, Sessions.run(session, "CALL several(1)"));
      assertEquals(5L, Sessions.one(session, "SELECT 5"));
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
        Sessions.run(session, "CREATE TABLE hostnames(line TEXT)");
        Sessions.refusal(
            () ->
                Sessions.run(
                    session, "LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE hostnames"));
        assertEquals(0L, Sessions.one(session, "SELECT COUNT(*) FROM hostnames"));
      } finally {
        statement.execute("SET GLOBAL local_infile = " + before);
      }
    }
  }

  @Test
  void aParameterWithoutAValueIsRefused() {
    try (Session session = open()) {
      assertEquals("SQLX613", Sessions.code(() -> Sessions.one(session, "SELECT ?")));
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void severalStatementsAtOnceAreRefused() {
    try (Session session = open()) {
      assertEquals("SQLX613", Sessions.code(() -> Sessions.run(session, "SELECT 1; SELECT 2")));
    }
  }
}
