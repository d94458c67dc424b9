package org.sqlxos.planner.internal.rest;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;

/** Values of rows as objects that compare. */
final class RowValue {

  private RowValue() {}

  /** {@code Boolean}, {@code Long}, {@code Double}, {@code String} or {@code byte[]}; or null. */
  static @Nullable Object of(Cursor row, int column) {
    return switch (row.kind(column)) {
      case NULL -> null;
      case BOOLEAN -> row.getBoolean(column);
      case INTEGER -> row.getLong(column);
      case FLOAT -> row.getDouble(column);
      case DECIMAL, TEXT, JSON -> row.getText(column);
      case BYTES -> row.getBytes(column);
    };
  }

  /** Numbers by size, texts by their characters' numbers, bytes by their value without sign. */
  static int compare(Object one, Object other) {
    if (one instanceof Number || other instanceof Number) {
      return numbers(one, other);
    }
    if (one instanceof byte[] bytes && other instanceof byte[] others) {
      return Arrays.compareUnsigned(bytes, others);
    }
    return texts(one.toString(), other.toString());
  }

  private static int numbers(Object one, Object other) {
    if (one instanceof Double || other instanceof Double) {
      return Double.compare(real(one), real(other));
    }
    try {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    } catch (NumberFormatException e) {
      // Text among numbers: after them.
      return Boolean.compare(!(one instanceof Number), !(other instanceof Number));
    }
  }

  private static double real(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static int texts(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int i = 0;
    while (i < length && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    if (i == length) {
      return Integer.compare(one.length(), other.length());
    }
    return Integer.compare(one.codePointAt(i), other.codePointAt(i));
  }

  /** As the rows of a list are sorted: NULL first. */
  static Comparator<@Nullable Object> order() {
    return (one, other) -> {
      if (one == null || other == null) {
        return Boolean.compare(one != null, other != null);
      }
      return compare(one, other);
    };
  }
}
