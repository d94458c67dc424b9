package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.TextIndex;

/** The rows about what is made for being searched, put together by index. */
final class TextIndexes {

  private TextIndexes() {}

  /** One over a column that the relation does not show is left out: nobody could name it. */
  static List<TextIndex> read(List<Row> rows, List<Column> columns) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
    List<TextIndex> indexes = new ArrayList<>();
    for (List<Row> parts : Rows.grouped(rows, row -> row.optional(2))) {
      Row first = parts.getFirst();
      List<String> searched = parts.stream().map(row -> row.text(3)).toList();
      if (known.containsAll(searched)) {
        indexes.add(new TextIndex(first.text(2), searched, first.optional(4)));
      }
    }
    return indexes;
  }
}
