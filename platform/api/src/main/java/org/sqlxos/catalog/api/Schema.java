package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A namespace of relations.
 *
 * @param relations tables and views, sorted by name
 */
public record Schema(String name, List<Relation> relations) {
  public Schema {
    relations = List.copyOf(relations);
  }
}
