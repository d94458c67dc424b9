package org.sqlxos.planner.internal;

import java.util.List;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;

/**
 * Whether a filter says anything of columns that an update changes, be it by way of columns that
 * the database computes of them.
 */
record FilterColumns(Relation relation, List<String> changed) {

  boolean touchedBy(Filter filter) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().anyMatch(this::touchedBy);
      case Filter.Or or -> or.parts().stream().anyMatch(this::touchedBy);
      case Filter.Not not -> touchedBy(not.part());
      case Filter.Compare compare -> touches(compare.column());
      case Filter.In in -> touches(in.column());
      case Filter.Like like -> touches(like.column());
      case Filter.IsNull isNull -> touches(isNull.column());
      // Rows of the same relation may change beneath the related filter.
      case Filter.Related related ->
          related.relationship().to().equals(relation.name())
              || related.relationship().columns().stream().anyMatch(this::touches);
    };
  }

  private boolean touches(String column) {
    return changed.contains(column)
        || relation
            .column(column)
            .filter(found -> found.origin() == Column.Origin.GENERATED)
            .isPresent();
  }
}
