package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlxos.catalog.api.Index;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;

/** The rows about keys and indexes, put together by constraint. */
final class Keys {

  private Keys() {}

  /** The key of one kind that each relation has; rows of other kinds are left out. */
  static List<Key> keys(RelationName relation, List<Row> rows, String kind) {
    List<Key> keys = new ArrayList<>();
    List<Row> ofKind = rows.stream().filter(row -> row.text(3).equals(kind)).toList();
    for (List<Row> parts : Rows.grouped(ofKind, row -> row.optional(2))) {
      List<String> columns = parts.stream().map(row -> row.text(4)).toList();
      String derived =
          kind.equals("primary")
              ? relation.name() + "_pkey"
              : relation.name() + "_" + String.join("_", columns) + "_key";
      keys.add(new Key(parts.getFirst().optional(2).orElse(derived), columns));
    }
    return keys;
  }

  /** The primary keys of all relations, from all rows. */
  static Map<RelationName, Key> primary(Map<RelationName, List<Row>> rows) {
    Map<RelationName, Key> primary = new TreeMap<>(SchemaModel.BY_NAME);
    rows.forEach(
        (relation, ofRelation) ->
            keys(relation, ofRelation, "primary").stream()
                .findFirst()
                .ifPresent(key -> primary.put(relation, key)));
    return primary;
  }

  static List<Index> indexes(List<Row> rows) {
    List<Index> indexes = new ArrayList<>();
    for (List<Row> parts : Rows.grouped(rows, row -> row.optional(2))) {
      Row first = parts.getFirst();
      List<Index.Part> indexParts =
          parts.stream().map(row -> new Index.Part(row.optional(4), descending(row))).toList();
      indexes.add(new Index(first.text(2), indexParts, first.flag(3), first.optional(6)));
    }
    return indexes;
  }

  private static boolean descending(Row row) {
    return !row.optional(5).equals(Optional.empty()) && row.flag(5);
  }
}
