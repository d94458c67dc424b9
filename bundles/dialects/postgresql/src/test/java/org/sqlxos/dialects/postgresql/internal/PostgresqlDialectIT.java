package org.sqlxos.dialects.postgresql.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.testkit.dialect.LikeConformance;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.type.api.UniversalType;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlDialectIT implements LikeConformance {

  private static final Set<String> OF_TEXTS =
      Set.of("string_agg", "position", "replace", "concat", "lower", "upper", "trim", "ltrim");
  private static final Set<String> MORE_OF_TEXTS =
      Set.of("rtrim", "char_length", "octet_length", "substring");

  private final PostgresqlDialect dialect = new PostgresqlDialect();
  private final TestDatabase database;
  private Connection connection;

  PostgresqlDialectIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean holds(String condition, String text, String pattern) throws SQLException {
    String query = "SELECT " + condition.replace("$1", "?").replace("$2", "?");
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, text);
      statement.setString(2, pattern);
      ResultSet rows = statement.executeQuery();
      return rows.next() && rows.getBoolean(1);
    }
  }

  @Test
  void likeIgnoresTheCaseOfEveryLetter() throws SQLException {
    assertTrue(holds(dialect.syntax().caseInsensitiveLike(), "ÄRGER", "ä%"));
  }

  @Test
  void likeIsTheSameWhereBackslashesInLiteralsAreEscapes() throws SQLException {
    run("SET LOCAL standard_conforming_strings = off");
    assertTrue(holds(dialect.syntax().caseSensitiveLike(), "50%", "50\\%"));
  }

  @Test
  void everyFunctionOfTheTableRuns() throws SQLException {
    for (Map.Entry<String, String> function : dialect.functions().entrySet()) {
      String name = function.getKey();
      String call = function.getValue();
      for (int argument = 1; argument <= 3; argument++) {
        call = call.replace("$" + argument, argument(name, argument));
      }
      try (Statement statement = connection.createStatement()) {
        assertTrue(statement.executeQuery("SELECT " + call).next(), name);
      }
    }
  }

  private static String argument(String function, int number) {
    if (function.startsWith("extract_")) {
      return "TIMESTAMP '2026-01-02 03:04:05.6'";
    }
    boolean text = OF_TEXTS.contains(function) || MORE_OF_TEXTS.contains(function);
    boolean position = function.equals("substring") && number > 1;
    return text && !position ? "'" + number + "'" : Integer.toString(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "position|'b'|'abc'|2",
        "mod|-7|3|-1",
        "round|2.345|2|2.35",
        "concat|'a'|'b'|ab",
        "power|2|10|1024",
        "nullif|1|2|1",
      })
  void functionsMeanWhatTheirNamesSay(String name, String first, String second, String wanted)
      throws SQLException {
    String call = dialect.functions().get(name).replace("$1", first).replace("$2", second);
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT " + call);
      assertTrue(rows.next());
      assertEquals(wanted, rows.getString(1));
    }
  }

  @Test
  void everyPieceOfSyntaxRuns() throws SQLException {
    run("CREATE TABLE t (id integer PRIMARY KEY DEFAULT 7, a text DEFAULT 'x')");
    try (Statement statement = connection.createStatement()) {
      ResultSet rows =
          statement.executeQuery(
              "INSERT INTO t " + dialect.syntax().defaultValues() + " RETURNING id, a");
      assertEquals("x", rows.next() ? rows.getString(2) : "");
      String limit = dialect.syntax().limitOffset().replace("$1", "1").replace("$2", "0");
      assertTrue(statement.executeQuery("SELECT * FROM t " + limit).next());
    }
    run("UPDATE t SET a = DEFAULT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boolean|true|true",
        "integer(8)|-128|-128",
        "integer(16)|-32768|-32768",
        "integer(32)|-2147483648|-2147483648",
        "integer(64)|-9223372036854775808|-9223372036854775808",
        "decimal(10,2)|12345678.90|12345678.90",
        "decimal(40,10)|123456789012345678901234567890.0123456789|123456789012345678901234567890.0123456789",
        "decimal(1001,1)|1.5|1.5",
        "decimal(5.*)|1.25|1.25",
        "decimal|1e-5|0.00001",
        "float(64)|0.1|0.1",
        "float(32)|0.1|0.1",
        "text|'a'|a",
        "text(3)|'äöü'|äöü",
        "text(20000000)|'a'|a",
        "bytes|'\\x0102'|\\x0102",
        "bytes(16)|'\\x01'|\\x01",
        "date|'2026-01-02'|2026-01-02",
        "time(3)|'03:04:05.678'|03:04:05.678",
        "time(9)|'03:04:05.678901234'|03:04:05.678901234",
        "timestamp(6)|'2026-01-02 03:04:05.678901'|2026-01-02 03:04:05.678901",
        "timestamp(9)|'2026-01-02T03:04:05.678901234'|2026-01-02T03:04:05.678901234",
        "timestamptz(0)|'2026-01-02 03:04:05+00'|2026-01-02 03:04:05+00",
        "interval|'P1DT2H'|1 day 02:00:00",
        "uuid|'12345678-1234-1234-1234-123456789012'|12345678-1234-1234-1234-123456789012",
        "json|'{\"a\": [1, 2.50]}'|{\"a\": [1, 2.50]}",
        "enum('a','b')|'b'|b",
        "array(text)|ARRAY['a', NULL]|{a,NULL}",
        "array(integer(64))|ARRAY[1, 2]|{1,2}",
        "array(decimal(10,2))|ARRAY[1.50]|{1.50}",
        "array(array(text))|'[[\"a\"], []]'|[[\"a\"], []]",
        "array(enum('a'))|ARRAY['a']|{a}",
        "array(any)|ARRAY['a']|{a}",
        "any|'x'|x",
        "never|NULL|",
      })
  void everyTypeHoldsItsValues(String type, String literal, String wanted) throws SQLException {
    run("SET LOCAL TIME ZONE 'UTC'");
    run("CREATE TABLE t (a " + dialect.columnType(UniversalType.parse(type)) + ")");
    run("INSERT INTO t VALUES (" + literal + ")");
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT CAST(a AS text) FROM t");
      assertTrue(rows.next());
      assertEquals(wanted, rows.getString(1));
    }
  }

  private void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
