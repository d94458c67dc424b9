package org.sqlxos.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;

class MysqlRulesIT extends RulesSuite {
  MysqlRulesIT() {
    super(
        DatabaseServer.MYSQL,
        "int AUTO_INCREMENT",
        "SELECT 1 FROM information_schema.ENGINES WHERE SLEEP(60)",
        new Times("datetime(6)", "timestamp(6)"));
  }

  @Test
  void runsWhatCannotBePrepared() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLES item READ");
      statement.execute("UNLOCK TABLES");
    }
  }

  @Test
  void readsAllResultsOfAProcedure() throws SQLException {
    run("CREATE PROCEDURE two(x int) BEGIN SELECT x AS first; SELECT x + 1 AS second, 'y'; END");
    try (PreparedStatement call = connection.prepareStatement("{call two(?)}")) {
      call.setInt(1, 41);
      assertTrue(call.execute());
      try (ResultSet rows = call.getResultSet()) {
        rows.next();
        assertEquals(41, rows.getInt("first"));
        assertTrue(call.getMoreResults());
      }
      try (ResultSet rows = call.getResultSet()) {
        rows.next();
        assertEquals(42, rows.getInt("second"));
        assertEquals("y", rows.getString(2));
      }
      assertFalse(call.getMoreResults());
    }
  }
}
