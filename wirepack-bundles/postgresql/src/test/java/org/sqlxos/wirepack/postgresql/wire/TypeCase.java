package org.sqlxos.wirepack.postgresql.wire;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;

/**
 * How both sides handle values of one type. What they read is brought into one form, so that it can
 * be compared; {@code null} is never asked about.
 *
 * @param type as a statement names it
 * @param bind how the driver sends a value
 * @param read how the driver reads one
 * @param wire the form of what the engine reads
 * @param <T> the values that are tried
 */
record TypeCase<T>(String type, Binder<T> bind, Reader read, WireReader wire) {

  /** Sets the second parameter. */
  @FunctionalInterface
  interface Binder<T> {
    void bind(PreparedStatement statement, T value) throws SQLException;
  }

  /** Reads a column. */
  @FunctionalInterface
  interface Reader {
    @Nullable Object read(ResultSet row, int column) throws SQLException;
  }

  /** Reads a column. */
  @FunctionalInterface
  interface WireReader {
    Object read(Cursor row, int column);
  }

  /** A type whose values both sides send and read as the server writes them. */
  static TypeCase<String> text(String type) {
    return new TypeCase<>(
        type,
        (statement, value) -> statement.setString(2, value),
        ResultSet::getString,
        (row, column) -> row.getText(column));
  }

  TypeCase<T> reading(WireReader other) {
    return new TypeCase<>(type, bind, read, other);
  }
}
