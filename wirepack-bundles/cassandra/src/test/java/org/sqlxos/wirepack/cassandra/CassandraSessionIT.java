package org.sqlxos.wirepack.cassandra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.fuzz.SessionPlay.soon;
import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.type.api.Interval;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Session;

/** Sessions on the real server; what is written is read again by the vendor's driver. */
@WithServer(DatabaseServer.CASSANDRA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraSessionIT {

  private TestDatabase database;
  private Session session;
  private VendorDriver vendor;

  @BeforeAll
  void start(TestDatabase given) throws SQLException {
    database = given;
    database.execute(AllTypes.DEFINITIONS);
    database.execute(AllTypes.ROW, "CREATE TABLE pages (p int, c int, s text, PRIMARY KEY (p, c))");
    session = Wire.CONNECTIONS.open(database.url() + "?fetch_size=10");
    vendor = new VendorDriver(database);
  }

  @AfterAll
  void stop() {
    session.close();
    vendor.close();
  }

  private String text(String query, Object... parameters) {
    try (Cursor cursor = session.query(statement(query, parameters), soon())) {
      assertTrue(cursor.next());
      return cursor.getText(0);
    }
  }

  @Test
  void valuesOfEveryTypeAreReadAsTheyAre() {
    String from = " FROM types WHERE id = 1";
    assertEquals("-1234.5670", text("SELECT de" + from));
    assertEquals("2001:db8::1", text("SELECT i" + from));
    assertEquals("2026-01-02T03:04:05.678Z", text("SELECT ts" + from));
    assertEquals("03:04:05.123456789", text("SELECT tm" + from));
    assertEquals("1969-12-31", text("SELECT da" + from));
    assertEquals("123e4567-e89b-12d3-a456-426614174000", text("SELECT u" + from));
    assertEquals("-123456789012345678901234567890", text("SELECT vi" + from));
    assertEquals(
        new Interval(-14, -3, -14_706_000_000_007L), Interval.parse(text("SELECT du" + from)));
    assertEquals("[1,2]", text("SELECT l" + from));
    assertEquals("[\"x\",\"y\"]", text("SELECT s" + from));
    assertEquals("{\"k\":1}", text("SELECT m" + from));
    assertEquals("[7,null]", text("SELECT tp" + from));
    assertEquals("{\"street\":\"S\",\"number\":5,\"tags\":null}", text("SELECT ad" + from));
    assertEquals("[{\"1\":\"a\"}]", text("SELECT fl" + from));
  }

  @Test
  void valuesOfEveryTypeAreWrittenAsTheVendorsDriverReadsThem() {
    write("bi", Long.MIN_VALUE);
    write("de", new BigDecimal("98765.43210"));
    write("vi", new BigInteger("-98765432109876543210"));
    write("d", 2.5);
    write("bo", true);
    write("si", 7);
    write("ti", -7);
    write("da", LocalDate.of(1582, 10, 15));
    write("tm", LocalTime.of(23, 59, 59, 999_999_999));
    write("u", UUID.fromString("123e4567-e89b-12d3-a456-426614174001"));
    write("i", "192.0.2.7");
    write("du", new Interval(3, 2, 1));
    write("l", List.of(5, 6));
    write("m", new JsonValue("{\"a\":2}"));
    write("tp", new JsonValue("[1,\"b\"]"));
    write("ad", new JsonValue("{\"street\":\"T\",\"tags\":[\"x\"]}"));
    write("fl", new JsonValue("[{\"3\":\"c\"}]"));
  }

  /** What the vendor's driver reads is what it would have written itself, in CQL's notation. */
  private void write(String column, Object value) {
    session.execute(
        statement("UPDATE types SET %s = ? WHERE id = ?".formatted(column), value, 2), soon());
    assertEquals(
        Literals.of(value),
        vendor.literal("SELECT %s FROM types WHERE id = 2".formatted(column)),
        column);
  }

  @Test
  void manyRowsComePageByPage() throws SQLException {
    database.execute(
        IntStream.range(0, 95)
            .mapToObj(i -> "INSERT INTO pages (p, c, s) VALUES (1, %d, 'row %d')".formatted(i, i))
            .toArray(String[]::new));
    try (Cursor cursor = session.query(statement("SELECT c FROM pages WHERE p = ?", 1), soon())) {
      for (int i = 0; i < 95; i++) {
        assertTrue(cursor.next());
        assertEquals(i, cursor.getLong(0));
      }
      assertFalse(cursor.next());
    }
    try (Cursor left = session.query(statement("SELECT c FROM pages WHERE p = ?", 1), soon())) {
      assertTrue(left.next());
    }
    assertEquals("row 3", text("SELECT s FROM pages WHERE p = 1 AND c = 3"));
  }

  @Test
  void aConditionalWriteTellsWhetherItWasDone() {
    String insert = "INSERT INTO pages (p, c, s) VALUES (?, ?, ?) IF NOT EXISTS";
    assertEquals(1, session.execute(statement(insert, 7, 1, "a"), soon()));
    assertEquals(0, session.execute(statement(insert, 7, 1, "b"), soon()));
    assertEquals("a", text("SELECT s FROM pages WHERE p = 7 AND c = 1"));
  }

  @Test
  void aStatementThatTheServerHasForgottenIsPreparedAgain() throws SQLException {
    database.execute("CREATE TABLE changing (id int PRIMARY KEY, a text)");
    String query = "SELECT * FROM changing WHERE id = ?";
    session.query(statement(query, 1), soon()).close();
    database.execute("DROP TABLE changing", "CREATE TABLE changing (id int PRIMARY KEY, b text)");
    database.execute("INSERT INTO changing (id, b) VALUES (1, 'new')");
    try (Cursor cursor = session.query(statement(query, 1), soon())) {
      assertTrue(cursor.next());
      assertEquals("new", cursor.getText(1));
    }
  }

  @Test
  void refusalsHaveTheirMeaning() {
    assertEquals("SQLX614", code("SELECT * FROM nowhere"));
    assertEquals("SQLX711", code("SELECT c FROM pages ORDER BY c"));
    assertEquals("SQLX711", code("SELECT s FROM pages WHERE s = 'x'"));
    assertEquals(Integrity.VALUE.code(), code("SELECT c FROM pages WHERE p = ?", "no number"));
    assertEquals("SQLX626", refused(database.url().replaceAll("/[^/]*$", "/nowhere")));
    assertTrue(session.usable());
  }

  private String code(String query, Object... parameters) {
    return assertThrows(
            ProblemException.class, () -> session.query(statement(query, parameters), soon()))
        .problem()
        .code()
        .code();
  }

  private static String refused(String url) {
    return assertThrows(ProblemException.class, () -> Wire.CONNECTIONS.open(url))
        .problem()
        .code()
        .code();
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertEquals("SQLX625", refused(database.url().replace(database.password(), "wrong")));
  }

  @Test
  void tlsIsSpokenWhereItIsWanted() {
    String url =
        database.url() + "?sslmode=verify-full&sslrootcert=" + database.certificateAuthority();
    try (Session encrypted = Wire.CONNECTIONS.open(url);
        Cursor cursor = encrypted.query(statement("SELECT id FROM types"), soon())) {
      assertTrue(cursor.next());
    }
  }

  @Test
  void whatWouldHaveToBeUndoneIsRefused() {
    assertEquals("SQLX710", Sessions.code(() -> session.begin(Access.READ, soon())));
    session.rollback();
    assertEquals("SQLX650", Sessions.code(() -> session.commit(soon())));
    assertEquals("SQLX650", Sessions.code(() -> session.savepoint(soon())));
    assertEquals(
        "SQLX710",
        Sessions.code(
            () ->
                session.executeBatch(
                    statement("INSERT INTO pages (p, c) VALUES (?, ?)"),
                    List.of(List.of(1, 1), List.of(1, 2)),
                    soon())));
  }

  @Test
  void theKeyIsToldInItsOrder() throws SQLException {
    database.execute(
        "CREATE TABLE keyed (z int, a int, m int, b int, v text, PRIMARY KEY ((z, a), m, b))");
    StringBuilder key = new StringBuilder();
    try (Cursor cursor = session.describe(IntrospectionQuery.KEYS, soon()).orElseThrow()) {
      while (cursor.next()) {
        if (cursor.getText(1).equals("keyed")) {
          key.append(cursor.getText(4));
        }
      }
    }
    assertEquals("zamb", key.toString());
  }
}
