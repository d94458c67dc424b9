package org.sqlxos.dialects.mysql.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.testkit.dialect.LikeConformance;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.type.api.UniversalType;

/** What has to hold on both servers. */
abstract class MysqlDialectConformance implements LikeConformance {

  private final MysqlDialect dialect = new MysqlDialect();
  private Connection connection;

  @BeforeEach
  void open(TestDatabase database) throws SQLException {
    connection = database.connect();
    run("DROP TABLE IF EXISTS t");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  // The column's collation ignores case: what decides must be the condition.
  @Override
  public boolean holds(String condition, String text, String pattern) throws SQLException {
    run("CREATE TABLE t(a VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci)");
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      insert.setString(1, text);
      insert.execute();
    }
    String query = "SELECT " + condition.replace("$1", "t.a").replace("$2", "?") + " FROM t";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, pattern);
      ResultSet rows = statement.executeQuery();
      return rows.next() && rows.getInt(1) == 1;
    }
  }

  @Test
  void likeIgnoresTheCaseOfEveryLetter() throws SQLException {
    assertTrue(holds(dialect.syntax().caseInsensitiveLike(), "Ärger", "ä%"));
  }

  @Test
  void likeMeansTheSameWithoutBackslashEscapes() throws SQLException {
    run("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'");
    for (String like :
        List.of(dialect.syntax().caseSensitiveLike(), dialect.syntax().caseInsensitiveLike())) {
      // As text: the driver would escape a parameter as the mode of the connection's start wants.
      String query =
          "SELECT %s, %s"
              .formatted(
                  like.replace("$1", "'50%'").replace("$2", "'50\\%'"),
                  like.replace("$1", "'50x'").replace("$2", "'50\\%'"));
      try (Statement statement = connection.createStatement()) {
        ResultSet rows = statement.executeQuery(query);
        assertTrue(rows.next());
        assertEquals(1, rows.getInt(1));
        assertEquals(0, rows.getInt(2));
      }
    }
  }

  @Test
  void everyFunctionOfTheTableRuns() throws SQLException {
    for (Map.Entry<String, String> function : dialect.functions().entrySet()) {
      String call = function.getValue();
      for (int argument = 1; argument <= 3; argument++) {
        call = call.replace("$" + argument, "'" + argument + "'");
      }
      try (Statement statement = connection.createStatement()) {
        assertTrue(statement.executeQuery("SELECT " + call).next(), function.getKey());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "extract_second|'2026-01-02 03:04:05.25'|5.25",
        "extract_second|'2026-01-02 03:04:05'|5",
        "position|'b';'abc'|2",
        "substring|'abc';2;1|b",
        "round|2.345;1|2.3",
        "string_agg|'a';','|a",
        "concat|'a';'b'|ab",
      })
  void functionsMeanWhatTheirNamesSay(String name, String arguments, String wanted)
      throws SQLException {
    String call = dialect.functions().get(name);
    String[] values = arguments.split(";", 3);
    for (int i = 0; i < values.length; i++) {
      call = call.replace("$" + (i + 1), values[i]);
    }
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT " + call);
      assertTrue(rows.next());
      String value = rows.getString(1);
      assertEquals(wanted, value.contains(".") ? value.replaceAll("\\.?0+$", "") : value);
    }
  }

  @Test
  void everyPieceOfSyntaxRuns() throws SQLException {
    run("CREATE TABLE t(id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9) DEFAULT 'x')");
    run("INSERT INTO `t` " + dialect.syntax().defaultValues());
    run("UPDATE `t` SET `a` = DEFAULT");
    String limit = dialect.syntax().limitOffset().replace("$1", "?").replace("$2", "?");
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT a FROM t " + limit + " FOR UPDATE")) {
      statement.setLong(1, Long.MAX_VALUE);
      statement.setLong(2, 0);
      ResultSet rows = statement.executeQuery();
      assertEquals("x", rows.next() ? rows.getString(1) : "");
    }
  }

  @Test
  void identitiesOfOneInsertFollowEachOther() throws SQLException {
    run("CREATE TABLE t(id INT PRIMARY KEY AUTO_INCREMENT, a INT)");
    run("SET SESSION auto_increment_increment = 3");
    run("INSERT INTO t(a) VALUES (1), (2), (3)");
    String key = dialect.syntax().readBack().orElseThrow().generatedKey();
    try (Statement statement = connection.createStatement()) {
      for (int row = 0; row < 3; row++) {
        String query = "SELECT a FROM t WHERE id = " + key.replace("$1", "" + row);
        ResultSet rows = statement.executeQuery(query);
        assertEquals(row + 1, rows.next() ? rows.getInt(1) : 0);
      }
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
        "decimal(65,30)",
        "decimal(65,31)",
        "decimal(66,0)",
        "decimal",
        "decimal(*.2)",
        "float(64)",
        "float(32)",
        "text",
        "text(40)",
        "text(4000)",
        "text(4001)",
        "bytes",
        "bytes(16)",
        "bytes(70000)",
        "date",
        "time(3)",
        "time(9)",
        "timestamp(6)",
        "timestamp(7)",
        "timestamptz(0)",
        "interval",
        "uuid",
        "json",
        "enum('a','A','it''s','')",
        "enum('a','a ')",
        "enum('a\\b')",
        "array(text)",
        "array(array(text))",
        "any",
        "never",
      })
  void everyTypeCanBeDeclared(String type) throws SQLException {
    String declared = dialect.columnType(UniversalType.parse(type));
    run("CREATE TABLE t(a " + declared + " NOT NULL, b " + declared + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "any|'5'",
        "text(3)|'日本語'",
        "text(2)|'a '",
        "enum('a','A')|'A'",
        "enum('a ')|'a '",
        "decimal(65,30)|'12345678901234567890123456789012345.123456789012345678901234567890'",
        "interval|'P1D'",
        "uuid|'12345678-1234-1234-1234-123456789012'",
        "date|'2026-01-02'",
        "timestamp(6)|'2026-01-02 03:04:05.000001'",
        "timestamp(9)|'2026-01-02 03:04:05.000000001'",
        "timestamptz(0)|'2026-01-02 03:04:05'",
        "time(3)|'03:04:05.678'",
        "integer(8)|'-128'",
        "boolean|'1'",
      })
  void theColumnLeavesAValueAsItIsWritten(String type, String literal) throws SQLException {
    String declared = dialect.columnType(UniversalType.parse(type));
    run("CREATE TABLE t(a " + declared + " NULL)");
    run("INSERT INTO t VALUES (" + literal + ")");
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT CONCAT('''', CAST(a AS CHAR), '''') FROM t");
      assertTrue(rows.next());
      assertEquals(literal, rows.getString(1));
    }
  }
}
