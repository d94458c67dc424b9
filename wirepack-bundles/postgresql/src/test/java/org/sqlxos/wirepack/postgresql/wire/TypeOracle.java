package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.lifecycle.Store;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/**
 * Two tables for each type, one that the engine writes and one that pgjdbc writes; both are read by
 * both, and the server compares the two as well.
 */
final class TypeOracle implements Store.CloseOnReset {

  private final TestDatabase database;
  private final Connection driver;
  private final Session session;
  private final Set<String> made = new HashSet<>();

  TypeOracle(TestDatabase database) throws SQLException {
    this.database = database;
    driver = database.connect();
    session = Wire.open(database);
  }

  void define(String sql) throws SQLException {
    try (Statement statement = driver.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Writes a value on both sides and compares what is read.
   *
   * @param expected in the form in which both sides' readings are
   */
  <T> void roundTrip(TypeCase<T> type, T value, @Nullable Object parameter, Object expected)
      throws SQLException {
    String name = tables(type.type());
    Sessions.run(session, "INSERT INTO %s_ours VALUES (1, $1)".formatted(name), parameter);
    insert(type, name, value);
    try {
      requireSame(name, value);
      for (String written : new String[] {name + "_ours", name + "_theirs"}) {
        String read = "SELECT id, v FROM " + written;
        assertEquals(expected, theirs(type, read), () -> "pgjdbc reads " + written);
        assertEquals(expected, ours(type, read), () -> "the engine reads " + written);
      }
    } finally {
      Sessions.run(session, "DELETE FROM %s_ours".formatted(name));
      Sessions.run(session, "DELETE FROM %s_theirs".formatted(name));
    }
  }

  /** The same where the server's own text is what both sides read. */
  void roundTripAsText(TypeCase<String> type, String value) throws SQLException {
    roundTrip(type, value, value, canonical(type.type(), value));
  }

  /** How the server writes a value, which a cast to text does not always do. */
  String canonical(String type, String value) throws SQLException {
    try (PreparedStatement statement = driver.prepareStatement("SELECT ?::%s".formatted(type))) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        assertTrue(row.next());
        return row.getString(1);
      }
    }
  }

  /** That both sides write and read the absence of a value. */
  void nullRoundTrip(String type) throws SQLException {
    String name = tables(type);
    Sessions.run(session, "INSERT INTO %s_ours VALUES (1, $1)".formatted(name), (Object) null);
    define("INSERT INTO %s_theirs VALUES (1, NULL)".formatted(name));
    for (String written : new String[] {name + "_ours", name + "_theirs"}) {
      try (Cursor cursor =
          session.query(Sessions.sql("SELECT v FROM " + written), Sessions.soon())) {
        assertTrue(cursor.next());
        assertEquals(ValueKind.NULL, cursor.kind(0), type);
      }
    }
    define("DELETE FROM %1$s_ours; DELETE FROM %1$s_theirs".formatted(name));
  }

  private String tables(String type) throws SQLException {
    String name = "t_" + type.replaceAll("[^a-z0-9]", "_");
    if (made.add(name)) {
      define(
          "CREATE TABLE %1$s_ours (id int, v %2$s); CREATE TABLE %1$s_theirs (id int, v %2$s)"
              .formatted(name, type));
    }
    return name;
  }

  private <T> void insert(TypeCase<T> type, String name, T value) throws SQLException {
    try (PreparedStatement insert =
        driver.prepareStatement(
            "INSERT INTO %s_theirs VALUES (?, ?::%s)".formatted(name, type.type()))) {
      insert.setInt(1, 1);
      type.bind().bind(insert, value);
      assertEquals(1, insert.executeUpdate());
    }
  }

  private void requireSame(String name, @Nullable Object value) throws SQLException {
    try (Statement statement = driver.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT v::text FROM %1$s_ours), (SELECT v::text FROM %1$s_theirs)"
                    .formatted(name))) {
      assertTrue(row.next());
      assertEquals(row.getString(2), row.getString(1), () -> "the server keeps for " + value);
    }
  }

  private @Nullable Object theirs(TypeCase<?> type, String read) throws SQLException {
    try (PreparedStatement statement = driver.prepareStatement(read);
        ResultSet row = statement.executeQuery()) {
      assertTrue(row.next());
      return type.read().read(row, 2);
    }
  }

  private Object ours(TypeCase<?> type, String read) {
    try (Cursor cursor = session.query(Sessions.sql(read), Sessions.soon())) {
      assertTrue(cursor.next());
      return type.wire().read(cursor, 1);
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
    driver.close();
    database.close();
  }
}
