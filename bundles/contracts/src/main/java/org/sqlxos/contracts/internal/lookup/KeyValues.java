package org.sqlxos.contracts.internal.lookup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.contracts.internal.statement.Draft;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;

/** The values that a row gives for the columns of a key. */
final class KeyValues {

  private KeyValues() {}

  /** Nothing unless all of them are given, were not refused and are not NULL. */
  static Optional<List<Object>> of(Draft draft, int row, List<String> keyColumns) {
    List<@Nullable Object> given = draft.rows().get(row);
    List<Object> values = new ArrayList<>(keyColumns.size());
    for (String column : keyColumns) {
      int index = draft.columns().indexOf(column);
      Object value = index < 0 ? null : given.get(index);
      boolean known =
          value != Place.REFUSED && value != Default.DEFAULT && !(value instanceof Earlier);
      if (value == null || !known) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  /** Values that are equal where a database takes them to be. */
  static List<Object> comparable(List<Object> values) {
    return values.stream()
        .map(
            value ->
                switch (value) {
                  case BigDecimal decimal -> decimal.stripTrailingZeros();
                  case byte[] bytes -> java.nio.ByteBuffer.wrap(bytes);
                  default -> value;
                })
        .toList();
  }
}
