package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name; a derived one where the database gives none
 * @param columns the referencing columns
 * @param target the referenced table
 * @param targetColumns the referenced columns, as many and in the same order as {@code columns}
 * @param onDelete the action when the referenced row is deleted
 * @param onUpdate the action when the referenced key changes
 */
public record ForeignKey(
    String name,
    List<String> columns,
    RelationName target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate) {

  /** A referential action of SQL. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    if (columns.isEmpty() || columns.size() != targetColumns.size()) {
      throw new IllegalArgumentException(
          "foreign key \"%s\": %d columns reference %d"
              .formatted(name, columns.size(), targetColumns.size()));
    }
  }
}
