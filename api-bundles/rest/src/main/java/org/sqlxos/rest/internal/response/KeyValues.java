package org.sqlxos.rest.internal.response;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.operation.api.ResultColumn;

/** Takes the values of a key out of the row that a cursor stands on, as a path writes them. */
public final class KeyValues {

  private KeyValues() {}

  /** The values of {@code key}; empty if the row lacks one of its columns or has NULL there. */
  public static Optional<List<String>> of(Rows rows, List<String> key) {
    List<String> names = rows.columns().stream().map(ResultColumn::name).toList();
    List<String> values = new ArrayList<>(key.size());
    for (String column : key) {
      int index = names.indexOf(column);
      Optional<String> value = index < 0 ? Optional.empty() : text(rows.cursor(), index);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /** One value, as a path writes it; empty for NULL. */
  static Optional<String> text(Cursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(Boolean.toString(cursor.getBoolean(column)));
      case INTEGER -> Optional.of(Long.toString(cursor.getLong(column)));
      case FLOAT -> Optional.of(Double.toString(cursor.getDouble(column)));
      case DECIMAL, TEXT, JSON -> Optional.of(cursor.getText(column));
      case BYTES -> Optional.of(Base64.getEncoder().encodeToString(cursor.getBytes(column)));
    };
  }
}
