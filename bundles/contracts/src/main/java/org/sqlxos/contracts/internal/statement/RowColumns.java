package org.sqlxos.contracts.internal.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.contracts.internal.format.Format;
import org.sqlxos.contracts.internal.format.Formats;

/** The columns that a mutation gives values for, looked up once for all of its rows. */
final class RowColumns {

  private final List<String> names;
  private final @Nullable Column[] columns;
  private final int[] positions;
  private final @Nullable Format[] formats;

  RowColumns(Relation relation, List<String> names, Formats known) {
    this.names = names;
    this.columns = new @Nullable Column[names.size()];
    this.positions = new int[names.size()];
    this.formats = new @Nullable Format[names.size()];
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < relation.columns().size(); i++) {
      byName.put(relation.columns().get(i).name(), i);
    }
    for (int i = 0; i < names.size(); i++) {
      Integer position = byName.get(names.get(i));
      positions[i] = position == null ? -1 : position;
      columns[i] = position == null ? null : relation.columns().get(position);
      formats[i] = columns[i] == null ? null : known.of(relation, columns[i]).orElse(null);
    }
  }

  int count() {
    return columns.length;
  }

  String name(int index) {
    return names.get(index);
  }

  /** Empty where the relation has no such column. */
  Optional<Column> column(int index) {
    return Optional.ofNullable(columns[index]);
  }

  /** The column, if there is one and it takes values. */
  @Nullable Column writable(int index) {
    Column column = columns[index];
    return column != null && column.writable() ? column : null;
  }

  /** What its texts have to look like, if anything. */
  @Nullable Format format(int index) {
    return formats[index];
  }

  /** Where the column stands in the relation; -1 where it has none. */
  int position(int index) {
    return positions[index];
  }
}
