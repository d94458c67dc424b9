package org.sqlxos.wirepack.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.testkit.server.TestDatabase;

/** That the error table reads what both servers say. */
abstract class ErrorConformance {

  private static final Pattern DRIVERS_PREFIX = Pattern.compile("^\\(conn=\\d+\\) ");

  @BeforeEach
  void tables(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS child, t");
      statement.execute(
          "CREATE TABLE t(id INT PRIMARY KEY, a VARCHAR(3) NOT NULL, n TINYINT, d DATE, j JSON,"
              + " e ENUM('x'), UNIQUE KEY once (a))");
      statement.execute(
          "CREATE TABLE child(t_id INT, CONSTRAINT parent FOREIGN KEY (t_id) REFERENCES t(id))");
      statement.execute("INSERT INTO t(id, a) VALUES (1, 'tom')");
      statement.execute("INSERT INTO child VALUES (1)");
    }
  }

  /** Kind and detail, as the engine finds them. */
  static String meaning(SQLException error) {
    String message = DRIVERS_PREFIX.matcher(error.getMessage()).replaceFirst("");
    for (JsonNode rule : Pack.DOCUMENT.get("errors")) {
      if (rule.has("code") && rule.get("code").asInt() != error.getErrorCode()) {
        continue;
      }
      if (rule.has("state") && !error.getSQLState().matches(rule.get("state").asText())) {
        continue;
      }
      Matcher matcher = Pattern.compile(rule.path("message").asText()).matcher(message);
      if (matcher.find()) {
        String detail = rule.path("detail").asText();
        String shown = detail.contains("$1") ? detail.replace("$1", matcher.group(1)) : detail;
        return (rule.get("kind").asText() + " " + shown).strip();
      }
    }
    return "statement";
  }

  static String failing(TestDatabase database, String text) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return meaning(assertThrows(SQLException.class, () -> statement.execute(text), text));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INSERT INTO t(id, a) VALUES (2, NULL)|not-null The column \"a\" must have a value",
        "INSERT INTO t(id) VALUES (2)|not-null The column \"a\" must have a value",
        "INSERT INTO child VALUES (7)|foreign-key The foreign key \"parent\" would refer to a row"
            + " that does not exist",
        "DELETE FROM t|foreign-key Other rows refer to this one with the foreign key \"parent\"",
        "INSERT INTO t(id, a) VALUES (2, 'abcd')|value A value has a type, length or range that the"
            + " column \"a\" does not take",
        "INSERT INTO t(id, a, n) VALUES (2, 'b', 300)|value A value has a type, length or range"
            + " that the column \"n\" does not take",
        "INSERT INTO t(id, a, n) VALUES (2, 'b', 'x')|value A value has a type, length or range"
            + " that the column \"n\" does not take",
        "INSERT INTO t(id, a, d) VALUES (2, 'b', 'x')|value A value has a type, length or range"
            + " that the column \"d\" does not take",
        "INSERT INTO t(id, a, e) VALUES (2, 'b', 'y')|value A value has a type, length or range"
            + " that the column \"e\" does not take",
        "SELECT nowhere FROM t|schema-changed Unknown column 'nowhere'",
        "CREATE TABLE mysql.t(a INT)|no-permission",
        "SELEC 1|statement",
      })
  void eachErrorHasItsMeaning(String text, String meaning, TestDatabase database)
      throws SQLException {
    assertEquals(meaning, failing(database, text));
  }

  @Test
  void aMissingTableIsAChangedSchema(TestDatabase database) throws SQLException {
    assertEquals(
        "schema-changed Table '" + database.name() + ".nowhere' doesn't exist",
        failing(database, "SELECT * FROM nowhere"));
  }

  @Test
  void noValueOfARowGetsThrough(TestDatabase database) throws SQLException {
    for (String text :
        new String[] {
          "INSERT INTO t(id, a) VALUES (2, 'tom')",
          "INSERT INTO t(id, a) VALUES (1, 'bob')",
          "UPDATE t SET n = 'secret'",
          "UPDATE t SET d = 'secret'' for column `x` at row 1'",
          "UPDATE t SET j = '{secret'",
          "INSERT INTO t(id, a) VALUES ('secret', 'b')"
        }) {
      String meaning = failing(database, text);
      assertFalse(meaning.contains("secret") || meaning.contains("tom"), meaning);
    }
  }

  @Test
  void aDuplicateNamesTheKeyOnly(TestDatabase database) throws SQLException {
    String meaning = failing(database, "INSERT INTO t(id, a) VALUES (2, 'tom')");
    assertEquals(
        "unique A row with the same value of the key \"once\" exists already",
        meaning.replace("\"t.once\"", "\"once\""));
  }

  @Test
  void aWriteInAReadingTransactionIsRefused(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Pack.DOCUMENT.at("/transactions/beginRead").asText());
      SQLException refusal =
          assertThrows(SQLException.class, () -> statement.execute("DELETE FROM child"));
      assertEquals("read-only", meaning(refusal));
      statement.execute(Pack.DOCUMENT.at("/transactions/rollback").asText());
    }
  }

  @Test
  void aLockHeldElsewhereIsBusy(TestDatabase database) throws SQLException {
    try (Connection holder = database.connect();
        Connection waiting = database.connect();
        Statement hold = holder.createStatement();
        Statement wait = waiting.createStatement()) {
      hold.execute(Pack.DOCUMENT.at("/transactions/beginWrite").asText());
      hold.execute("SELECT * FROM t FOR UPDATE");
      wait.execute("SET SESSION innodb_lock_wait_timeout = 1");
      SQLException refusal =
          assertThrows(SQLException.class, () -> wait.execute("UPDATE t SET n = 1"));
      assertEquals("busy", meaning(refusal));
      hold.execute(Pack.DOCUMENT.at("/transactions/rollback").asText());
    }
  }

  @Test
  void connectingTellsThePasswordFromTheDatabase(TestDatabase database) {
    assertEquals("authentication", connecting(database.jdbcUrl(), database.user(), "wrong"));
    String elsewhere = database.jdbcUrl().replace("/" + database.name(), "/nowhere");
    TestDatabase administrator = database.asAdministrator();
    assertEquals(
        "no-such-database", connecting(elsewhere, administrator.user(), administrator.password()));
    assertEquals("no-permission", connecting(elsewhere, database.user(), database.password()));
  }

  private static String connecting(String url, String user, String password) {
    return meaning(
        assertThrows(
            SQLException.class, () -> DriverManager.getConnection(url, user, password).close()));
  }
}
