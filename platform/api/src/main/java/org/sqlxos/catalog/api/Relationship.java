package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A foreign key seen from one of its ends, under the name that paths and selections use.
 *
 * @param name unique among the relationships of {@code from} and different from its columns: {@code
 *     author} for {@code author_id}, {@code posts} the other way
 * @param from the relation one stands on
 * @param to the relation one arrives at
 * @param columns the columns of {@code from} that are compared
 * @param targetColumns the columns of {@code to}, as many and in the same order
 * @param cardinality whether at most one row or many are found
 */
public record Relationship(
    String name,
    RelationName from,
    RelationName to,
    List<String> columns,
    List<String> targetColumns,
    Cardinality cardinality) {

  /** How many rows stand at the other end. */
  public enum Cardinality {
    ONE,
    MANY
  }

  public Relationship {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }
}
