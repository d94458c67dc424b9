package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;

/** Something with columns that can be read: a {@link Table} or a {@link View}. */
public sealed interface Relation permits Table, View {

  RelationName name();

  /** All columns in their order; at least one. */
  List<Column> columns();

  /** The comment kept with it. */
  Optional<String> comment();

  /** What of it is made for being searched; empty if nothing is. */
  List<TextIndex> textIndexes();

  /** The column of exactly this name. */
  default Optional<Column> column(String name) {
    for (Column column : columns()) {
      if (column.name().equals(name)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Whether the database lets this be done with it, by whoever is permitted to. */
  default boolean accepts(Permission permission) {
    return switch (this) {
      case Table ignored -> true;
      case View view -> permission == Permission.READ || view.changes().contains(permission);
    };
  }

  /** The key that identifies a row: the primary key of a table, nothing for a view. */
  default Optional<Key> identity() {
    return switch (this) {
      case Table table -> table.primaryKey();
      case View ignored -> Optional.empty();
    };
  }
}
