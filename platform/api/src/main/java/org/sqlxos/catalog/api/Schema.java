package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A namespace of relations.
 *
 * @param relations tables and views, sorted by name
 * @param routines functions and procedures, sorted by name
 */
public record Schema(String name, List<Relation> relations, List<Routine> routines) {
  public Schema {
    relations = List.copyOf(relations);
    routines = List.copyOf(routines);
  }

  /** One without functions and procedures. */
  public Schema(String name, List<Relation> relations) {
    this(name, relations, List.of());
  }
}
