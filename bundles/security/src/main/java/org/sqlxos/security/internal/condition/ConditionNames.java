package org.sqlxos.security.internal.condition;

import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;

/** Whether a catalog has what a condition names. */
public final class ConditionNames {

  private ConditionNames() {}

  /** The first name that the catalog does not have. */
  public static Optional<String> missing(
      CatalogSnapshot catalog, Relation relation, Condition condition) {
    return switch (condition) {
      case Condition.And and -> missing(catalog, relation, and.parts());
      case Condition.Or or -> missing(catalog, relation, or.parts());
      case Condition.Not not -> missing(catalog, relation, not.part());
      case Condition.Compare compare -> column(relation, compare.column());
      case Condition.In in -> column(relation, in.column());
      case Condition.Like like -> column(relation, like.column());
      case Condition.IsNull isNull -> column(relation, isNull.column());
      case Condition.ClaimCompare _, Condition.ClaimIn _, Condition.ClaimMissing _ ->
          Optional.empty();
      case Condition.Exists exists -> exists(catalog, relation, exists);
    };
  }

  private static Optional<String> missing(
      CatalogSnapshot catalog, Relation relation, List<Condition> parts) {
    return parts.stream().flatMap(part -> missing(catalog, relation, part).stream()).findFirst();
  }

  private static Optional<String> column(Relation relation, String name) {
    return relation.column(name).isPresent() ? Optional.empty() : Optional.of(name);
  }

  private static Optional<String> exists(
      CatalogSnapshot catalog, Relation relation, Condition.Exists exists) {
    Optional<Relation> target =
        catalog
            .relationship(relation.name(), exists.relationship())
            .map(Relationship::to)
            .flatMap(catalog::relation);
    return target.isEmpty()
        ? Optional.of(exists.relationship())
        : missing(catalog, target.get(), exists.condition());
  }
}
