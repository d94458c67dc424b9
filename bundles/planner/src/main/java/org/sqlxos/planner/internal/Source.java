package org.sqlxos.planner.internal;

import org.sqlxos.catalog.api.Relation;

/**
 * Rows that a query reads.
 *
 * @param qualifier the name that stands before their columns
 */
record Source(Relation relation, String qualifier) {

  /** Those of the outermost query, which has no other name for them. */
  static Source of(Relation relation) {
    return new Source(relation, relation.name().name());
  }
}
