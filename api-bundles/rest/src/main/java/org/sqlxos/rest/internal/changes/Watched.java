package org.sqlxos.rest.internal.changes;

import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Filter;

/**
 * The rows that somebody wants to hear of. Who wants to hear of the same with the same rights
 * shares a {@link Channel}.
 *
 * @param catalog as the caller sees it
 * @param filter which rows
 */
public record Watched(Caller caller, CatalogSnapshot catalog, Relation relation, Filter filter) {

  /** What tells channels apart: two callers of the same rights are still two. */
  record Identity(
      String database, String fingerprint, String relation, Filter filter, Caller caller) {}

  Identity identity() {
    return new Identity(
        catalog.database().name(),
        catalog.fingerprint(),
        relation.name().toString(),
        filter,
        caller);
  }

  List<String> key() {
    return relation.identity().map(Key::columns).orElse(List.of());
  }

  /** What the caller may read of a row, its key first. */
  List<String> columns() {
    return relation.columns().stream()
        .map(Column::name)
        .filter(column -> catalog.permits(relation.name(), Permission.READ, column))
        .toList();
  }

  /**
   * Whether the deletion of any row may be told: of a row that is gone nobody can say any more
   * whether the caller would have seen it.
   */
  boolean tellsDeletions() {
    return filter.equals(Filter.EVERYTHING) && catalog.permitsEveryRow(relation.name());
  }
}
