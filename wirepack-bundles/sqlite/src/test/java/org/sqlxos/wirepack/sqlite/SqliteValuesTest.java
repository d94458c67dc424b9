package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.testkit.session.Sessions.soon;
import static org.sqlxos.testkit.session.Sessions.sql;
import static org.sqlxos.wirepack.sqlite.Sqlite.reading;
import static org.sqlxos.wirepack.sqlite.Sqlite.values;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlxos.type.api.Interval;
import org.sqlxos.wirepack.api.Session;

class SqliteValuesTest {

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("values.db");
    Sqlite.write(file, "CREATE TABLE plain(v)");
    session = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boolean | 1 | BOOLEAN true",
        "boolean | 0 | BOOLEAN false",
        "boolean | 2 | INTEGER 2",
        "boolean | 'true' | TEXT true",
        "integer(64) | 9223372036854775807 | INTEGER 9223372036854775807",
        "integer(64) | -2147483649 | INTEGER -2147483649",
        "integer(16) | 'twelve' | TEXT twelve",
        "integer(64) | 1.5 | FLOAT 1.5",
        "float(64) | 0.1 | FLOAT 0.1",
        "float(64) | 3 | INTEGER 3",
        "float(64) | 9e999 | TEXT Infinity",
        "float(64) | -9e999 | TEXT -Infinity",
        "decimal(10,2) | 12 | DECIMAL 12",
        "decimal(10,2) | 9.9 | DECIMAL 9.9",
        "decimal(10,2) | 1e21 | DECIMAL 1000000000000000000000",
        "decimal(10,2) | 1e-7 | DECIMAL 0.0000001",
        "decimal(10,2) | 9e999 | TEXT Infinity",
        "decimal(40,2) | '12345678901234567890.25' | DECIMAL 12345678901234567890.25",
        "decimal(40,2) | '007' | TEXT 007",
        "decimal(40,2) | '1.' | TEXT 1.",
        "decimal(40,2) | '' | TEXT ``",
        "text | 5 | INTEGER 5",
        "text | x'00ff' | BYTES 00ff",
        "bytes | x'' | BYTES ``",
        "bytes | 'text' | TEXT text",
        "date | '2026-01-02' | TEXT 2026-01-02",
        "date | 1767312000 | INTEGER 1767312000",
        "timestamp | '2026-01-02 03:04:05' | TEXT 2026-01-02T03:04:05",
        "timestamp | '2026-01-02T03:04:05.120' | TEXT 2026-01-02T03:04:05.120",
        "timestamp | '2026-01-02 03:04' | TEXT 2026-01-02T03:04:00",
        "timestamp | '2026-01-02 03:04:05+02:00' | TEXT 2026-01-02T03:04:05+02:00",
        "timestamp | 'yesterday at three o''clock' | TEXT yesterday at three o'clock",
        "timestamp | '2026-01-02 03:04:05 ' | TEXT 2026-01-02 03:04:05 ",
        "timestamp | '2026-01-02' | TEXT 2026-01-02",
        "timestamptz | '2026-01-02 03:04:05' | TEXT 2026-01-02T03:04:05Z",
        "timestamptz | '2026-01-02 03:04:05.5+00:00' | TEXT 2026-01-02T03:04:05.5Z",
        "timestamptz | '2026-01-02 03:04:05 -0330' | TEXT 2026-01-02T03:04:05-03:30",
        "timestamptz | '2026-01-02 03:04:05+02' | TEXT 2026-01-02T03:04:05+02:00",
        "timestamptz | '2026-01-02 03:04:05+2' | TEXT 2026-01-02 03:04:05+2",
        "json | '{\"a\":[1]}' | JSON {\"a\":[1]}",
        "json | ' [1, 2] ' | JSON  [1, 2] ",
        "json | '\"x\"' | JSON \"x\"",
        "json | '{\"a\":1} x' | TEXT {\"a\":1} x",
        "json | '{\"a\":1' | TEXT {\"a\":1",
        "json | '1 2' | TEXT 1 2",
        "json | '{a:1}' | TEXT {a:1}",
        "json | 'NaN' | TEXT NaN",
        "json | '' | TEXT ``",
        "json | 7 | INTEGER 7",
        "array(integer(64)) | '[1,null]' | JSON [1,null]",
        "array(integer(64)) | '{}' | TEXT {}",
        "interval | 'P1D' | TEXT P1D",
        "any | 1.0 | FLOAT 1.0",
        "any | NULL | NULL",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void readsEachValueAsWhatItIs(String type, String stored, String read) {
    String wanted = read.substring(1).replace("``", "");
    assertEquals(
        List.of(wanted), values(session, reading(type.strip(), "SELECT " + stored.strip())));
  }

  static Stream<Arguments> bound() {
    return Stream.of(
        Arguments.of(true, "integer", "1"),
        Arguments.of(5L, "integer", "5"),
        Arguments.of(new BigDecimal("5.00"), "integer", "5"),
        Arguments.of(new BigDecimal("9223372036854775808"), "text", "'9223372036854775808'"),
        Arguments.of(new BigDecimal("1E+3"), "integer", "1000"),
        Arguments.of(new BigDecimal("19.99"), "real", "19.99"),
        Arguments.of(new BigDecimal("1234567890.123456789"), "text", "'1234567890.123456789'"),
        Arguments.of(0.1, "real", "0.1"),
        Arguments.of("O'Neil", "text", "'O''Neil'"),
        Arguments.of(new byte[] {1, 2}, "blob", "X'0102'"),
        Arguments.of(LocalDate.of(2026, 1, 2), "text", "'2026-01-02'"),
        Arguments.of(LocalTime.of(3, 4), "text", "'03:04:00'"),
        Arguments.of(LocalTime.of(3, 4, 5, 600_000_000), "text", "'03:04:05.6'"),
        Arguments.of(LocalDateTime.of(2026, 1, 2, 3, 4), "text", "'2026-01-02 03:04:00'"),
        Arguments.of(
            OffsetDateTime.parse("2026-01-02T03:04:05.120+02:00"),
            "text",
            "'2026-01-02 01:04:05.12+00:00'"),
        Arguments.of(Interval.parse("P1Y2DT3H"), "text", "'P1Y2DT3H'"),
        Arguments.of(
            UUID.fromString("0E984725-C51C-4BF4-9960-E1C80E27ABA0"),
            "text",
            "'0e984725-c51c-4bf4-9960-e1c80e27aba0'"),
        Arguments.of(Arrays.asList(1L, null, "a\"b"), "text", "'[1,null,\"a\\\"b\"]'"));
  }

  @ParameterizedTest
  @MethodSource
  void bound(Object value, String storage, String literal) {
    session.execute(sql("INSERT INTO plain VALUES (?)", value), soon());
    assertEquals(
        List.of(List.of(storage, literal)),
        Sqlite.rows(session, "SELECT typeof(v), quote(v) FROM plain", 2));
  }

  @Test
  void keepsNulInText() {
    session.execute(sql("INSERT INTO plain VALUES (?)", "a\0b"), soon());
    assertEquals(List.of("TEXT a\0b"), values(session, reading("text", "SELECT v FROM plain")));
  }

  @Test
  void bindsNull() {
    session.execute(sql("INSERT INTO plain VALUES (?)", (Object) null), soon());
    assertEquals(List.of(List.of("null")), Sqlite.rows(session, "SELECT typeof(v) FROM plain", 1));
  }

  @Test
  void tellsTheKindRowByRow() {
    session.execute(sql("INSERT INTO plain VALUES (1), ('x'), (NULL), (2.5), (x'01')"), soon());
    assertEquals(
        List.of("INTEGER 1", "TEXT x", "NULL", "FLOAT 2.5", "BYTES 01"),
        values(session, reading("text", "SELECT v FROM plain ORDER BY rowid")));
  }
}
