package org.sqlxos.dialects.sqlite.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.testkit.dialect.LikeConformance;
import org.sqlxos.type.api.UniversalType;

class SqliteDialectTest implements LikeConformance {

  private final SqliteDialect dialect = new SqliteDialect();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean holds(String condition, String text, String pattern) throws SQLException {
    String query = "SELECT " + condition.replace("$1", "?1").replace("$2", "?2");
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, text);
      statement.setString(2, pattern);
      ResultSet rows = statement.executeQuery();
      return rows.next() && rows.getInt(1) == 1;
    }
  }

  @Test
  void everyFunctionOfTheTableRuns() throws SQLException {
    for (Map.Entry<String, String> function : dialect.functions().entrySet()) {
      String call = function.getValue();
      for (int argument = 1; argument <= 3; argument++) {
        call = call.replace("$" + argument, "'" + argument + "'");
      }
      try (var statement = connection.createStatement()) {
        ResultSet rows = statement.executeQuery("SELECT " + call);
        assertTrue(rows.next(), function.getKey());
      }
    }
  }

  @Test
  void everyPieceOfSyntaxRuns() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x')");
      ResultSet rows =
          statement.executeQuery(
              "INSERT INTO t " + dialect.syntax().defaultValues() + " RETURNING id, a");
      assertEquals("x", rows.next() ? rows.getString(2) : "");
      String limit = dialect.syntax().limitOffset().replace("$1", "1").replace("$2", "0");
      assertTrue(statement.executeQuery("SELECT * FROM t " + limit).next());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "integer(8)",
        "integer(16)",
        "integer(32)",
        "integer(64)",
        "decimal(10,2)",
        "decimal(40,10)",
        "decimal",
        "float(64)",
        "float(32)",
        "text",
        "text(40)",
        "bytes",
        "bytes(16)",
        "date",
        "time(3)",
        "timestamp(6)",
        "timestamptz(0)",
        "interval",
        "uuid",
        "json",
        "enum('a','b')",
        "array(text)",
        "array(integer(64))",
        "array(array(text))",
        "any",
        "never",
        "array(decimal(10,2))",
        "array(timestamptz(6))",
        "array(bytes)",
        "array(integer(8))",
      })
  void everyTypeCanBeDeclared(String type) throws SQLException {
    String declared = dialect.columnType(UniversalType.parse(type));
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(a " + declared + " NOT NULL)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "any|'5'",
        "text|'5'",
        "enum('5')|'5'",
        "decimal(30,0)|'123456789012345678901'",
        "interval|'P1D'",
        "uuid|'12345678-1234-1234-1234-123456789012'",
        "date|'2026-01-02'",
        "timestamp(6)|'2026-01-02 03:04:05'",
        "time(0)|'03:04:05'",
        "array(integer(64))|'[1]'",
        "array(text)|'[]'",
        "bytes(2)|x'0102'",
      })
  void theColumnLeavesAValueAsItIsWritten(String type, String literal) throws SQLException {
    String declared = dialect.columnType(UniversalType.parse(type));
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(a " + declared + ")");
      statement.execute("INSERT INTO t VALUES (" + literal + ")");
      ResultSet rows = statement.executeQuery("SELECT quote(a) FROM t");
      assertTrue(rows.next());
      assertEquals(literal.toUpperCase(java.util.Locale.ROOT), rows.getString(1).toUpperCase());
    }
  }
}
