package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A primary or unique key.
 *
 * @param name the constraint's name; a derived one where the database gives none
 * @param columns in the order of the key; at least one
 */
public record Key(String name, List<String> columns) {
  public Key {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("key \"" + name + "\" has no columns");
    }
  }
}
