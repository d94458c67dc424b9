package org.sqlxos.wirepack.mysql.wire;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * A type of column, values for it, and how each side hands them over.
 *
 * @param column the column's type
 * @param values what is stored
 * @param parameter a value as a parameter of a session
 * @param read what a session's cursor gives, as a value again
 * @param bind a value as a parameter of the driver
 * @param fetch what the driver gives, as a value again
 */
record ColumnCase<T>(
    String column,
    Arbitrary<T> values,
    Function<T, Object> parameter,
    Function<Object, T> read,
    Bind<T> bind,
    Fetch<T> fetch) {

  /** Sets the only parameter. */
  @FunctionalInterface
  interface Bind<T> {
    void to(PreparedStatement statement, T value) throws SQLException;
  }

  /** Reads the only column, which has a value. */
  @FunctionalInterface
  interface Fetch<T> {
    T from(ResultSet rows) throws SQLException;
  }

  /** A value with its column. */
  record Sample<T>(ColumnCase<T> column, T value) {
    @Override
    public String toString() {
      return column.column() + " " + value;
    }
  }

  Arbitrary<Sample<T>> samples() {
    return values.map(value -> new Sample<>(this, value));
  }

  @Override
  public String toString() {
    return column;
  }
}
