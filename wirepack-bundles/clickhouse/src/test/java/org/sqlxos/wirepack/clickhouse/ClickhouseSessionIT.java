package org.sqlxos.wirepack.clickhouse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.fuzz.SessionPlay.soon;
import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.ClickhouseServer;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Session;

/** Sessions on the real server; its own HTTP interface with other formats is the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClickhouseSessionIT {

  private ClickhouseServer server;
  private Session session;

  @BeforeAll
  void start() throws IOException {
    server = ClickhouseServer.start();
    server.run(
        "CREATE TABLE types (id UInt64, s String, n Nullable(Int32), f Float64, g Float32, d Date,"
            + " dt DateTime, dec Decimal(18, 4), u UUID, e Enum8('a' = 1, 'b\\'c' = 2),"
            + " fs FixedString(4), a Array(String), aa Array(Array(Nullable(Int32))),"
            + " tp Tuple(Int32, String), i8 Int8) ENGINE = MergeTree ORDER BY id");
    session = Wire.CONNECTIONS.open(server.url());
  }

  @AfterAll
  void stop() throws IOException {
    session.close();
    server.close();
  }

  private String text(String query, Object... parameters) {
    try (Cursor cursor = session.query(statement(query, parameters), soon())) {
      assertTrue(cursor.next());
      String text = cursor.getText(0);
      assertFalse(cursor.next());
      return text;
    }
  }

  private long number(String query) {
    try (Cursor cursor = session.query(statement(query), soon())) {
      assertTrue(cursor.next());
      return cursor.getLong(0);
    }
  }

  @Test
  void valuesOfEveryTypeAreReadAsTheyAre() throws IOException {
    server.run(
        "INSERT INTO types VALUES (18446744073709551615, 'a\\tb\\nc\\\\d\\'e\\0ü', NULL, 0.1, 1e-7,"
            + " '2026-01-02', '2026-01-02 03:04:05', 1.2345,"
            + " '61f0c404-5cb3-11e7-907b-a6006ad3dba0', 'b\\'c', 'ab', ['x','y\\'z\\t\\\\'],"
            + " [[1,NULL],[]], (5,'q\\'r'), -128)");
    String from = " FROM types WHERE id = 18446744073709551615";
    assertEquals("18446744073709551615", text("SELECT id" + from));
    assertEquals("a\tb\nc\\d'e\0ü", text("SELECT s" + from));
    assertEquals("2026-01-02", text("SELECT d" + from));
    assertEquals("2026-01-02T03:04:05", text("SELECT dt" + from));
    assertEquals("1.2345", text("SELECT dec" + from));
    assertEquals("61f0c404-5cb3-11e7-907b-a6006ad3dba0", text("SELECT u" + from));
    assertEquals("b'c", text("SELECT e" + from));
    assertEquals("ab\0\0", text("SELECT fs" + from));
    assertEquals("[\"x\",\"y'z\\t\\\\\"]", text("SELECT a" + from));
    assertEquals("[[1,null],[]]", text("SELECT aa" + from));
    assertEquals("[5,\"q'r\"]", text("SELECT tp" + from));
    assertEquals(-128, number("SELECT i8" + from));
    try (Cursor row = session.query(statement("SELECT n, f, g, nan, -inf" + from), soon())) {
      assertTrue(row.next());
      assertEquals(ValueKind.NULL, row.kind(0));
      assertEquals(0.1, row.getDouble(1));
      assertEquals(1e-7, row.getDouble(2));
      assertTrue(Double.isNaN(row.getDouble(3)));
      assertEquals(Double.NEGATIVE_INFINITY, row.getDouble(4));
    }
  }

  @Test
  void everyByteIsReadAsItIs() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Cursor row = session.query(statement("SELECT ?", (Object) all), soon())) {
      assertTrue(row.next());
      assertArrayEquals(all, row.getBytes(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\\",
        "\\'",
        "'; DROP TABLE types; --",
        "\\\\'",
        "\0",
        "\t\r\n",
        "?",
        "/*",
        "ü😀",
        "''",
        "\\x27"
      })
  void noTextLeavesItsLiteral(String text) {
    assertEquals(
        text, text("SELECT ? AS s WHERE s = ? AND '?' != concat(?, 'x')", text, text, text));
    assertEquals("1", text("SELECT toString(count()) FROM system.tables WHERE name = 'types'"));
  }

  @Test
  void valuesAreWrittenAsTheServerShowsThem() throws IOException {
    session.execute(
        statement(
            "INSERT INTO types (id, s, n, f, d, dt, dec, u, a, aa) VALUES"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            7L,
            "it's",
            null,
            Double.NaN,
            LocalDate.of(2026, 5, 6),
            LocalDateTime.of(2026, 5, 6, 7, 8, 9),
            new BigDecimal("-9.25"),
            UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba1"),
            new JsonValue("[\"x\",\"'\"]"),
            new JsonValue("[[1,null]]")),
        soon());
    assertEquals(
        "7,\"it's\",\\N,nan,\"2026-05-06\",\"2026-05-06 07:08:09\",-9.2500,"
            + "\"61f0c404-5cb3-11e7-907b-a6006ad3dba1\",\"['x','\\'']\",\"[[1,NULL]]\"\n",
        server.run("SELECT id, s, n, f, d, dt, dec, u, a, aa FROM types WHERE id = 7 FORMAT CSV"));
  }

  @Test
  void aChangeIsDoneWhenItIsAnswered() throws IOException {
    server.run("CREATE TABLE changing (id UInt32, s String) ENGINE = MergeTree ORDER BY id");
    server.run("INSERT INTO changing SELECT number, 'old' FROM system.numbers LIMIT 1000");
    session.execute(
        statement("ALTER TABLE changing UPDATE s = ? WHERE id < ?", "new", 10L), soon());
    assertEquals("10\n", server.run("SELECT count() FROM changing WHERE s = 'new'"));
    session.execute(statement("ALTER TABLE changing DELETE WHERE s = ?", "new"), soon());
    assertEquals("990\n", server.run("SELECT count() FROM changing"));
  }

  @Test
  void manyRowsAreStreamed() {
    long sum = 0;
    try (Cursor rows =
        session.query(
            statement("SELECT number, toString(number) FROM system.numbers LIMIT 1000000"),
            soon())) {
      while (rows.next()) {
        sum += rows.getLong(0);
      }
    }
    assertEquals(499_999_500_000L, sum);
  }

  @Test
  void aCursorThatIsLeftEndsItsStatement() {
    String query = "SELECT number AS left_alone FROM system.numbers";
    try (Cursor rows = session.query(statement(query), soon())) {
      assertTrue(rows.next());
    }
    assertEquals(1, number("SELECT 1"));
    Await.until("the server to end it", Duration.ofSeconds(10), () -> !runs("left_alone"));
  }

  private boolean runs(String mark) {
    try {
      // The question is a statement that runs, too.
      return !server
          .run("SELECT count() FROM system.processes WHERE query LIKE '%" + mark + "%'")
          .equals("1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDeadlineEndsTheStatementOnTheServer() {
    ProblemException late =
        assertThrows(
            ProblemException.class,
            () -> {
              try (Cursor rows =
                  session.query(
                      statement("SELECT count() AS too_late FROM system.numbers"),
                      Deadline.in(Duration.ofMillis(300)))) {
                rows.next();
              }
            });
    assertEquals("SQLX609", late.problem().code().code());
    assertEquals(1, number("SELECT 1"), "the connection serves the next one");
    Await.until("the server to end it", Duration.ofSeconds(10), () -> !runs("too_late"));
  }

  @Test
  void refusalsHaveTheirMeaning() {
    assertEquals("SQLX614", code("SELECT * FROM nowhere"));
    assertEquals("SQLX614", code("SELECT nope FROM types"));
    assertEquals(Integrity.VALUE.code(), code("SELECT CAST('x' AS Int8)"));
    assertEquals("SQLX626", refused(server.url().replace("/shop", "/nowhere")));
    assertEquals("SQLX625", refused(server.url().replace("s3", "s4")));
    assertTrue(session.usable());
  }

  @Test
  void aFailureBehindTheFirstRowsIsNoEndOfThem() {
    ProblemException failed =
        assertThrows(
            ProblemException.class,
            () -> {
              try (Cursor rows =
                  session.query(
                      statement(
                          "SELECT toString(number), throwIf(number = 400000)"
                              + " FROM system.numbers LIMIT 500000"),
                      soon())) {
                while (rows.next()) {
                  assertTrue(rows.getText(0).length() > 0);
                }
              }
            });
    assertTrue(failed.getMessage().contains("error 395"), failed.getMessage());
    assertEquals(1, number("SELECT 1"));
  }

  @Test
  void aRowThatLooksLikeAFailureIsARow() {
    String forged = "Code: 395, e.displayText() = DB::Exception: forged";
    assertEquals(forged, text("SELECT ? AS s, 1", forged));
    try (Cursor rows = session.query(statement("SELECT arrayJoin([?, 'x'])", forged), soon())) {
      assertTrue(rows.next());
      assertEquals(forged, rows.getText(0));
      assertTrue(rows.next());
    }
  }

  private String code(String query) {
    return assertThrows(ProblemException.class, () -> session.query(statement(query), soon()))
        .problem()
        .code()
        .code();
  }

  private static String refused(String url) {
    return assertThrows(ProblemException.class, () -> Wire.CONNECTIONS.open(url).close())
        .problem()
        .code()
        .code();
  }

  @Test
  void anotherProtocolIsTold() {
    String url = server.url().replace(":" + server.port(), ":" + server.nativePort());
    String code = refused(url);
    assertTrue(code.startsWith("SQLX6"), code);
  }

  @Test
  void theKeyIsToldInItsOrderAndOnlyWhereItIsColumns() throws IOException {
    server.run("CREATE TABLE keyed (z UInt8, b String, a Date) ENGINE = MergeTree ORDER BY (b, a)");
    server.run("CREATE TABLE computed (d Date, n UInt8) ENGINE = MergeTree ORDER BY toYYYYMM(d)");
    StringBuilder keys = new StringBuilder();
    try (Cursor cursor = session.describe(IntrospectionQuery.KEYS, soon()).orElseThrow()) {
      while (cursor.next()) {
        if (!cursor.getText(1).equals("types")) {
          keys.append(cursor.getText(1)).append('.').append(cursor.getText(4)).append(' ');
        }
      }
    }
    assertTrue(keys.toString().contains("keyed.b keyed.a"), keys.toString());
    assertFalse(keys.toString().contains("computed"), keys.toString());
  }

  @Test
  void aServerThatIsKilledInAQueryIsLost() throws IOException {
    try (ClickhouseServer other = ClickhouseServer.start();
        Session mine = Wire.CONNECTIONS.open(other.url())) {
      ProblemException lost =
          assertThrows(
              ProblemException.class,
              () -> {
                try (Cursor rows =
                    mine.query(statement("SELECT number FROM system.numbers"), soon())) {
                  assertTrue(rows.next());
                  other.kill();
                  while (rows.next()) {
                    assertTrue(rows.getLong(0) >= 0);
                  }
                }
              });
      assertEquals("SQLX611", lost.problem().code().code());
      assertFalse(mine.usable());
      other.startAgain();
      try (Session again = Wire.CONNECTIONS.open(other.url())) {
        assertTrue(again.usable());
      }
    }
  }
}
