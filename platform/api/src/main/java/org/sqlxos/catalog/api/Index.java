package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param parts columns or expressions, in order
 * @param unique whether it forbids equal entries
 * @param predicate the WHERE of a partial index, in the database's own SQL
 */
public record Index(String name, List<Part> parts, boolean unique, Optional<String> predicate) {

  /**
   * One part of an index.
   *
   * @param column the column; empty where the part is an expression
   * @param descending whether entries are kept in descending order
   */
  public record Part(Optional<String> column, boolean descending) {}

  public Index {
    parts = List.copyOf(parts);
  }
}
