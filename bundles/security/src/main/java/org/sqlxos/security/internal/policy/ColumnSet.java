package org.sqlxos.security.internal.policy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;

/**
 * The columns of a grant.
 *
 * @param names those meant, or with {@code except} those that are not
 */
record ColumnSet(Set<String> names, boolean except) {

  static final ColumnSet ALL = new ColumnSet(Set.of(), true);

  Set<String> of(Relation relation) {
    return relation.columns().stream()
        .map(Column::name)
        .filter(name -> names.contains(name) != except)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first name that is no column. */
  Optional<String> missing(Relation relation) {
    return names.stream().filter(name -> relation.column(name).isEmpty()).sorted().findFirst();
  }
}
