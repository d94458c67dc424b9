package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.mysql.wire.ColumnCase.Sample;

/** What a session writes the vendor's driver reads, and the other way round. */
abstract class RoundTripProperties {

  private static final List<ColumnCase<?>> COLUMNS =
      Stream.of(NumberColumns.all(), TextColumns.all(), TimeColumns.all())
          .<ColumnCase<?>>flatMap(List::stream)
          .toList();

  /** Both sides of the class that runs; jqwik makes an instance for each try. */
  private static @Nullable Sides sides;

  /** A session and the driver on the same database, a table for each column. */
  private record Sides(TestDatabase database, Session session, Connection driver)
      implements AutoCloseable {

    @Override
    public void close() throws SQLException {
      session.close();
      driver.close();
      database.close();
    }
  }

  static void open(DatabaseServer server) throws SQLException {
    TestDatabase database = server.createDatabase("round trip");
    String driver = database.jdbcUrl() + "&useServerPrepStmts=true";
    sides =
        new Sides(
            database,
            Wire.open(database.url()),
            DriverManager.getConnection(driver, database.user(), database.password()));
    for (ColumnCase<?> column : COLUMNS) {
      Sessions.run(
          sides.session(),
          "CREATE TABLE %s(id INT PRIMARY KEY, v %s)".formatted(table(column), column.column()));
    }
  }

  @AfterContainer
  static void close() throws SQLException {
    if (sides != null) {
      sides.close();
      sides = null;
    }
  }

  private static Sides sides() {
    if (sides == null) {
      throw new IllegalStateException("nothing is open");
    }
    return sides;
  }

  private static String table(ColumnCase<?> column) {
    return "c" + COLUMNS.indexOf(column);
  }

  @Provide
  Arbitrary<Sample<?>> samples() {
    return Arbitraries.oneOf(
        COLUMNS.stream()
            .<Arbitrary<Sample<?>>>map(column -> column.samples().map(sample -> sample))
            .toList());
  }

  @Property(tries = 800, shrinking = ShrinkingMode.OFF)
  void whatOneWritesTheOtherReads(@ForAll("samples") Sample<?> sample) throws SQLException {
    check(sample);
  }

  private <T> void check(Sample<T> sample) throws SQLException {
    ColumnCase<T> column = sample.column();
    Session session = sides().session();
    String table = table(column);
    Sessions.run(
        session,
        "REPLACE INTO " + table + " VALUES (1, ?)",
        column.parameter().apply(sample.value()));
    assertEquals(sample.value(), fetch(column), "written by the session");
    bind(column, sample.value());
    Object read = Sessions.one(session, "SELECT v FROM " + table + " WHERE id = 2");
    assertTrue(read != null);
    assertEquals(sample.value(), column.read().apply(read), "written by the driver");
  }

  private <T> T fetch(ColumnCase<T> column) throws SQLException {
    try (PreparedStatement statement =
            sides().driver().prepareStatement("SELECT v FROM " + table(column) + " WHERE id = 1");
        ResultSet rows = statement.executeQuery()) {
      assertTrue(rows.next());
      return column.fetch().from(rows);
    }
  }

  private <T> void bind(ColumnCase<T> column, T value) throws SQLException {
    try (PreparedStatement statement =
        sides().driver().prepareStatement("REPLACE INTO " + table(column) + " VALUES (2, ?)")) {
      column.bind().to(statement, value);
      statement.executeUpdate();
    }
  }

  @Property(tries = 1)
  void noValueIsNoValueInEveryColumn() throws SQLException {
    for (ColumnCase<?> column : COLUMNS) {
      Session session = sides().session();
      String table = table(column);
      Sessions.run(session, "REPLACE INTO " + table + " VALUES (3, ?)", (Object) null);
      assertNull(
          Sessions.one(session, "SELECT v FROM " + table + " WHERE id = 3"), column.column());
      assertEquals(1L, Sessions.one(session, "SELECT v IS NULL FROM " + table + " WHERE id = 3"));
    }
  }
}
