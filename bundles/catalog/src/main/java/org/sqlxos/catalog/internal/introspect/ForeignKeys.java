package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.ForeignKey.Action;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;

/** The rows about foreign keys, put together by constraint. */
final class ForeignKeys {

  private final Map<RelationName, Key> primaryKeys;

  ForeignKeys(Map<RelationName, Key> primaryKeys) {
    this.primaryKeys = primaryKeys;
  }

  List<ForeignKey> read(RelationName relation, List<Row> rows) {
    List<ForeignKey> keys = new ArrayList<>();
    for (List<Row> parts : Rows.grouped(rows, row -> row.optional(2))) {
      foreignKey(relation, parts).ifPresent(keys::add);
    }
    return keys;
  }

  /** Nothing where the target's columns cannot be known, because it has no key or is missing. */
  private Optional<ForeignKey> foreignKey(RelationName relation, List<Row> parts) {
    Row first = parts.getFirst();
    List<String> columns = parts.stream().map(row -> row.text(3)).toList();
    RelationName target = new RelationName(first.text(4), first.text(5));
    List<String> targetColumns = targetColumns(target, parts);
    if (targetColumns.size() != columns.size()) {
      return Optional.empty();
    }
    String derived = relation.name() + "_" + String.join("_", columns) + "_fkey";
    return Optional.of(
        new ForeignKey(
            first.optional(2).orElse(derived),
            columns,
            target,
            targetColumns,
            action(first, 7),
            action(first, 8)));
  }

  private List<String> targetColumns(RelationName target, List<Row> parts) {
    List<String> given = parts.stream().flatMap(row -> row.optional(6).stream()).toList();
    if (given.size() == parts.size()) {
      return given;
    }
    Key key = primaryKeys.get(target);
    return key == null ? List.of() : key.columns();
  }

  private static Action action(Row row, int column) {
    String words = row.optional(column).orElse("NO ACTION");
    return switch (words.toUpperCase(Locale.ROOT)) {
      case "NO ACTION" -> Action.NO_ACTION;
      case "RESTRICT" -> Action.RESTRICT;
      case "CASCADE" -> Action.CASCADE;
      case "SET NULL" -> Action.SET_NULL;
      case "SET DEFAULT" -> Action.SET_DEFAULT;
      default -> throw row.unknown(column, "is \"" + words + "\"; an action of SQL expected");
    };
  }
}
