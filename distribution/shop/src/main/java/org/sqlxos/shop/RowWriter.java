package org.sqlxos.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts rows into one table, in batches, and knows how SQLite stores each type. */
final class RowWriter implements AutoCloseable {

  private static final int BATCH = 500;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PreparedStatement statement;
  private int waiting;

  /**
   * @param columns the table's columns that get a value, separated by blanks
   */
  RowWriter(Connection connection, String table, String columns) throws SQLException {
    List<String> names = Arrays.asList(columns.strip().split("\\s+"));
    this.statement =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", names),
                    String.join(", ", Collections.nCopies(names.size(), "?"))));
  }

  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setObject(i + 1, null);
      } else {
        bind(i + 1, value);
      }
    }
    statement.addBatch();
    if (++waiting == BATCH) {
      flush();
    }
  }

  private void bind(int index, Object value) throws SQLException {
    switch (value) {
      case Boolean bool -> statement.setInt(index, bool ? 1 : 0);
      case Integer integer -> statement.setInt(index, integer);
      case Long integer -> statement.setLong(index, integer);
      // SQLite's decimals are numbers: with text, 9.50 would compare unlike 9.5.
      case BigDecimal decimal -> statement.setDouble(index, decimal.doubleValue());
      case Double real -> statement.setDouble(index, real);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Instant moment ->
          statement.setString(index, TIMESTAMP.format(moment.atOffset(ZoneOffset.UTC)) + "+00:00");
      case LocalDateTime local -> statement.setString(index, TIMESTAMP.format(local));
      case LocalTime time -> statement.setString(index, TIME.format(time));
      case LocalDate date -> statement.setString(index, date.toString());
      case List<?> list -> statement.setString(index, Json.write(list));
      case Map<?, ?> map -> statement.setString(index, Json.write(map));
      default -> statement.setString(index, value.toString());
    }
  }

  private void flush() throws SQLException {
    statement.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    try (statement) {
      flush();
    }
  }
}
