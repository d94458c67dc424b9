package org.sqlxos.wirepack.declared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackInheritance;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** Sessions over a vendor's driver, on a database in memory. */
class H2SessionTest {

  private static final DeadlineWatch WATCH = new DeadlineWatch();
  private static final WirePack PACK = load();

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final Session session = connect();

  private static WirePack load() {
    ObjectMapper json = new ObjectMapper();
    try (InputStream own = H2SessionTest.class.getResourceAsStream("/h2/wirepack.json");
        InputStream base = H2SessionTest.class.getResourceAsStream("/jdbc/wirepack.json")) {
      JsonNode merged = PackInheritance.merge(json.readTree(own), json.readTree(base));
      return PackEngine.of(
          PackParser.parse(merged, Functions.NONE),
          H2SessionTest.class.getClassLoader()::loadClass,
          WATCH);
    } catch (Exception e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Session connect() {
    return PACK.connect(ConnectionUrl.parse(url), soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static TargetStatement statement(String text, @Nullable Object... parameters) {
    return new TargetStatement(text, Arrays.asList(parameters), List.of(), true);
  }

  private long run(String text, @Nullable Object... parameters) {
    return session.execute(statement(text, parameters), soon());
  }

  private long count() {
    try (Cursor rows = session.query(statement("SELECT count(*) FROM t"), soon())) {
      assertTrue(rows.next());
      return rows.getLong(0);
    }
  }

  @Test
  void aTransactionIsKeptOrUndoneAsAWhole() {
    run("CREATE TABLE t (a INT)");
    session.begin(Access.WRITE, soon());
    run("INSERT INTO t VALUES (1)");
    session.commit(soon());
    session.begin(Access.WRITE, Isolation.SERIALIZABLE, soon());
    run("INSERT INTO t VALUES (2)");
    session.rollback();
    run("INSERT INTO t VALUES (3)");
    assertEquals(2, count());
    try (Session other = connect()) {
      other.execute(statement("DELETE FROM t"), soon());
    }
    assertEquals(0, count());
  }

  @Test
  void aSavepointUndoesWhatCameAfterIt() {
    run("CREATE TABLE t (a INT)");
    session.begin(Access.WRITE, soon());
    run("INSERT INTO t VALUES (1)");
    Savepoint savepoint = session.savepoint(soon());
    run("INSERT INTO t VALUES (2)");
    session.rollbackTo(savepoint, soon());
    session.release(savepoint, soon());
    session.commit(soon());
    assertEquals(1, count());
  }

  @Test
  void aBatchIsAllOrNothing() {
    run("CREATE TABLE t (a INT PRIMARY KEY)");
    TargetStatement insert = statement("INSERT INTO t VALUES (?)");
    assertArrayEquals(
        new long[] {1, 1}, session.executeBatch(insert, List.of(List.of(1L), List.of(2L)), soon()));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> session.executeBatch(insert, List.of(List.of(3L), List.of(1L)), soon()));
    assertEquals("SQLX643", refused.problem().code().code());
    assertEquals(2, count());
  }

  @Test
  void aDeadlineStopsAStatementAndTheSessionGoesOn() {
    TargetStatement endless =
        statement("SELECT count(*) FROM SYSTEM_RANGE(1, 100000000000) a, SYSTEM_RANGE(1, 1000000)");
    ProblemException stopped =
        assertThrows(
            ProblemException.class,
            () -> session.query(endless, Deadline.in(Duration.ofMillis(200))).next());
    assertEquals("SQLX609", stopped.problem().code().code());
    run("CREATE TABLE t (a INT)");
    assertEquals(0, count());
  }

  @Test
  void valuesComeBackAsTheyWent() {
    run(
        "CREATE TABLE t (a BOOLEAN, b DECIMAL(20,4), c VARCHAR(20), d DATE, e TIMESTAMP(6), f"
            + " TIMESTAMP(6) WITH TIME ZONE, g UUID, h JSON, i VARBINARY(9), j INT ARRAY, k INT)");
    UUID uuid = UUID.fromString("12345678-1234-1234-1234-123456789012");
    run(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ARRAY[1, 2], ?)",
        true,
        new BigDecimal("12345678901.5000"),
        "O'Brien 名",
        LocalDate.parse("2026-01-02"),
        LocalDateTime.parse("2026-01-02T03:04:05.000006"),
        OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
        uuid,
        new JsonValue("{\"a\":[1]}"),
        new byte[] {0, 1, -1},
        null);
    List<ResultColumn> columns = new ArrayList<>();
    for (String type :
        List.of(
            "boolean",
            "decimal",
            "text",
            "date",
            "timestamp",
            "timestamptz",
            "uuid",
            "json",
            "bytes",
            "array(integer(32))",
            "integer(32)")) {
      columns.add(new ResultColumn(type, UniversalType.parse(type)));
    }
    TargetStatement all = new TargetStatement("SELECT * FROM t", List.of(), columns, false);
    try (Cursor row = session.query(all, soon())) {
      assertTrue(row.next());
      assertTrue(row.getBoolean(0));
      assertEquals("12345678901.5000", row.getText(1));
      assertEquals("O'Brien 名", row.getText(2));
      assertEquals("2026-01-02", row.getText(3));
      assertEquals("2026-01-02T03:04:05.000006", row.getText(4));
      assertEquals("2026-01-02T03:04:05+02:00", row.getText(5));
      assertEquals(uuid.toString(), row.getText(6));
      assertEquals(ValueKind.JSON, row.kind(7));
      assertEquals("{\"a\":[1]}", row.getText(7));
      assertArrayEquals(new byte[] {0, 1, -1}, row.getBytes(8));
      assertEquals("[1,2]", row.getText(9));
      assertEquals(ValueKind.NULL, row.kind(10));
      assertFalse(row.next());
    }
  }

  @Test
  void namesAreShownAsTheirOwnerWroteThem() {
    run("CREATE TABLE Books (id INT PRIMARY KEY, \"Mixed\" INT, \"small\" INT)");
    try (Cursor rows = session.describe(IntrospectionQuery.COLUMNS, soon()).orElseThrow()) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        assertEquals("public", rows.getText(0));
        assertEquals("books", rows.getText(1));
        names.add(rows.getText(2));
      }
      assertEquals(List.of("id", "Mixed", "SMALL"), names);
    }
  }

  @Test
  void theProbeDiffersAfterEachChangeOfTheSchema() {
    List<String> probes = new ArrayList<>();
    for (String change :
        List.of(
            "CREATE TABLE t (a INT)",
            "ALTER TABLE t ADD COLUMN b VARCHAR(10)",
            "ALTER TABLE t ALTER COLUMN b SET DATA TYPE VARCHAR(20)",
            "ALTER TABLE t ADD CONSTRAINT u UNIQUE (b)",
            "CREATE INDEX i ON t (a)",
            "DROP TABLE t")) {
      run(change);
      try (Cursor rows = session.describe(IntrospectionQuery.CHANGE_PROBE, soon()).orElseThrow()) {
        assertTrue(rows.next());
        probes.add(rows.getText(0));
      }
    }
    for (int i = 1; i < probes.size(); i++) {
      assertFalse(probes.get(i).equals(probes.get(i - 1)), probes::toString);
    }
  }
}
