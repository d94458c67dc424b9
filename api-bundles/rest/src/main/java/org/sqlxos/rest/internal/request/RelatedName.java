package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Selected.Through;

/**
 * A way from a relation to related rows, found by the name that a caller gives it: a relationship's
 * own, or that of the relation it leads to, be it by way of a table that does nothing but connect
 * two others.
 *
 * @param through the relationship to the connecting table, from which {@code relationship} leads on
 */
record RelatedName(Optional<Relationship> through, Relationship relationship) {

  /**
   * @param via where several ways lead there, a word that one of them has: a relationship's name, a
   *     column of its foreign key, the connecting table; empty for none
   */
  static RelatedName find(CatalogSnapshot catalog, Relation from, String name, String via) {
    Optional<Relationship> named = catalog.relationship(from.name(), name);
    if (via.isEmpty() && named.isPresent()) {
      return new RelatedName(Optional.empty(), named.get());
    }
    List<RelatedName> ways = ways(catalog, from, name);
    named.map(only -> new RelatedName(Optional.empty(), only)).ifPresent(ways::add);
    List<RelatedName> fitting =
        via.isEmpty() ? ways : ways.stream().filter(way -> way.has(via)).distinct().toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (fitting.isEmpty()) {
      throw unknown(catalog, from, name, ways);
    }
    throw RestProblem.RELATED_AMBIGUOUS.problem(
        "%s leads to %s in %d ways"
            .formatted(Names.quote(from.name().name()), Names.quote(name), fitting.size()),
        "say which: " + String.join(", ", words(name, fitting)));
  }

  /** The filter on the outer rows that have such a related row. */
  Filter related(Filter filter) {
    Filter last = new Filter.Related(relationship, filter);
    return through.map(step -> (Filter) new Filter.Related(step, last)).orElse(last);
  }

  Optional<Through> step() {
    return through.map(step -> new Through(step, Filter.EVERYTHING));
  }

  private static List<RelatedName> ways(CatalogSnapshot catalog, Relation from, String name) {
    List<RelatedName> ways = new ArrayList<>();
    for (Relationship first : catalog.relationships(from.name())) {
      if (catalog.pathName(first.to()).equals(name)) {
        ways.add(new RelatedName(Optional.empty(), first));
      }
      if (first.cardinality() == Cardinality.MANY) {
        for (Relationship second : catalog.relationships(first.to())) {
          if (second.cardinality() == Cardinality.ONE
              && catalog.pathName(second.to()).equals(name)
              && connects(catalog, first, second)) {
            ways.add(new RelatedName(Optional.of(first), second));
          }
        }
      }
    }
    return ways;
  }

  /** Whether no two rows between connect the same two rows: then each related row comes once. */
  private static boolean connects(
      CatalogSnapshot catalog, Relationship first, Relationship second) {
    if (first.targetColumns().equals(second.columns())
        || !(catalog.relation(first.to()).orElse(null) instanceof Table table)) {
      return false;
    }
    List<Key> keys = new ArrayList<>(table.uniqueKeys());
    table.primaryKey().ifPresent(keys::add);
    Set<String> both = new HashSet<>(first.targetColumns());
    both.addAll(second.columns());
    return keys.stream().anyMatch(key -> both.containsAll(key.columns()));
  }

  private boolean has(String word) {
    return relationship.name().equals(word)
        || through.isEmpty()
            && (relationship.columns().contains(word)
                || relationship.targetColumns().contains(word))
        || through
            .filter(step -> step.name().equals(word) || step.to().name().equals(word))
            .isPresent();
  }

  private static List<String> words(String name, List<RelatedName> ways) {
    return ways.stream()
        .map(
            way ->
                way.through()
                    .map(step -> name + "!" + step.to().name())
                    .orElse(way.relationship().name()))
        .distinct()
        .toList();
  }

  private static RuntimeException unknown(
      CatalogSnapshot catalog, Relation from, String name, List<RelatedName> ways) {
    if (!ways.isEmpty()) {
      return RestProblem.RELATED_UNKNOWN.problem(
          "%s does not lead to %s that way"
              .formatted(Names.quote(from.name().name()), Names.quote(name)),
          "ways are " + String.join(", ", words(name, ways)));
    }
    List<String> names =
        catalog.relationships(from.name()).stream().map(Relationship::name).toList();
    return RestProblem.RELATED_UNKNOWN.problem(
        "%s has no related %s".formatted(Names.quote(from.name().name()), Names.quote(name)),
        Names.hint(
            name,
            names,
            names.isEmpty()
                ? "no foreign key starts or ends there"
                : "it has " + String.join(", ", names)));
  }

  RelationName destination() {
    return relationship.to();
  }
}
