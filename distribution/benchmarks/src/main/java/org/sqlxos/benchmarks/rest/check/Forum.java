package org.sqlxos.benchmarks.rest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.sqlxos.benchmarks.rest.work.Case;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** The database of all contenders, asked through the vendor's driver. */
public final class Forum implements AutoCloseable {

  private static final int COMMENTS = 12_000;
  private static final int ORDERS = 3_000;

  private static final String BUSY =
      """
      SELECT to_json(count(*)) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND (state <> 'idle' OR state_change > clock_timestamp() - interval '100 milliseconds')
      """;

  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final TestDatabase database;
  private final Connection connection;
  private final ObjectMapper json = new ObjectMapper();

  private Forum(TestDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * Starts the server if none runs, and makes the database.
   *
   * @param schema its statements, with empty lines between them
   */
  public static Forum create(Path schema) throws SQLException, IOException {
    TestDatabase database = DatabaseServer.POSTGRESQL_15.createDatabase("rest");
    Forum forum = new Forum(database, database.connect());
    String text = Files.readString(schema).replaceAll("(?m)^--.*\\R", "");
    forum.execute(
        Arrays.stream(text.split("\\n\\n+", -1)).map(String::strip).toArray(String[]::new));
    return forum;
  }

  public TestDatabase database() {
    return database;
  }

  /**
   * How many rows a case has written since {@link #restore}; none of a case that changes rows or
   * reads them.
   */
  public long written(Case work) throws SQLException, IOException {
    return switch (work) {
      case KEY, LIST, RELATIONS, AGGREGATE, UPDATE -> 0;
      case INSERT -> ask("SELECT to_json(count(*)) FROM comments WHERE id > ?", COMMENTS).asLong();
      case TRANSACTION -> ask("SELECT to_json(count(*)) FROM orders WHERE id > ?", ORDERS).asLong();
    };
  }

  /**
   * Waits until no contender has done anything for a moment: one that lags still works at what it
   * was asked when the load has ended, and would disturb the next.
   */
  public void settle() {
    Await.until("the contenders to come to rest", LIMIT, this::isAtRest);
  }

  private boolean isAtRest() {
    try {
      return ask(BUSY).asInt() == 0;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes away what a case has written, so that whoever comes next finds what the first found. */
  public void restore(Case work) throws SQLException {
    switch (work) {
      case KEY, LIST, RELATIONS, AGGREGATE -> {}
      case INSERT -> execute("DELETE FROM comments WHERE id > " + COMMENTS, "VACUUM comments");
      case UPDATE -> execute("VACUUM posts");
      case TRANSACTION ->
          execute(
              "DELETE FROM order_items WHERE order_id > " + ORDERS,
              "DELETE FROM orders WHERE id > " + ORDERS,
              "VACUUM order_items",
              "VACUUM orders",
              "VACUUM users");
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  /** The JSON that a statement gives for some numbers; missing if it gives no row. */
  JsonNode ask(String sql, int... values) throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setInt(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return json.readTree(rows.next() ? rows.getString(1) : "");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
