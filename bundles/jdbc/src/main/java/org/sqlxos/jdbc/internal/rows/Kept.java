package org.sqlxos.jdbc.internal.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ValueKind;

/**
 * The values of one row in memory. What is text to the cursor is so here; its kind is kept beside.
 */
record Kept(ValueKind[] kinds, @Nullable Object[] values) {

  static Kept of(Cursor cursor, int columns) {
    ValueKind[] kinds = new ValueKind[columns];
    @Nullable Object[] values = new Object[columns];
    for (int i = 0; i < columns; i++) {
      kinds[i] = cursor.kind(i);
      values[i] =
          switch (kinds[i]) {
            case NULL -> null;
            case BOOLEAN -> cursor.getBoolean(i);
            case INTEGER -> cursor.getLong(i);
            case FLOAT -> cursor.getDouble(i);
            case DECIMAL, TEXT, JSON -> cursor.getText(i);
            case BYTES -> cursor.getBytes(i);
          };
    }
    return new Kept(kinds, values);
  }

  /** A row that was never on a connection: of texts, whole numbers and truths. */
  static Kept of(List<? extends @Nullable Object> row) {
    ValueKind[] kinds = new ValueKind[row.size()];
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      Object value = row.get(i);
      kinds[i] =
          switch (value) {
            case null -> ValueKind.NULL;
            case Boolean _ -> ValueKind.BOOLEAN;
            case Number _ -> ValueKind.INTEGER;
            default -> ValueKind.TEXT;
          };
      values.add(value instanceof Number number ? (Object) number.longValue() : value);
    }
    return new Kept(kinds, values.toArray());
  }

  Object value(int column) {
    Object value = values[column];
    if (value == null) {
      throw new IllegalStateException("the value is of kind " + ValueKind.NULL);
    }
    return value;
  }
}
