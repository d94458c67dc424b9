package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.security.internal.condition.Condition;
import org.sqlxos.security.internal.condition.Operand;
import org.sqlxos.security.internal.policy.BoundGrant;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** What writes of every kind have in common. */
final class WriteScope {

  static final Filter NOTHING = new Filter.Or(List.of());

  private final Restriction restriction;

  WriteScope(Restriction restriction) {
    this.restriction = restriction;
  }

  Relation whole(RelationName name) {
    return restriction.whole(name);
  }

  Filter holds(Relation relation, Condition condition) {
    return restriction.binding().holds(relation, condition);
  }

  /** The rows that a permission of some grants is about. */
  Filter permitted(RelationName name, List<BoundGrant> grants) {
    return restriction.rows(name, grants);
  }

  /** The rows that the caller means, as far as it sees them. */
  Filter rows(RelationName relation, Filter filter) {
    Set<String> touched = new HashSet<>();
    Restriction.touched(filter, touched);
    return Filter.both(restriction.restricted(filter, 0), restriction.readable(relation, touched));
  }

  /** What is not readable is not told after a write either. */
  List<String> readable(RelationName relation, List<String> returning) {
    return returning.stream()
        .filter(column -> restriction.visible().permits(relation, Permission.READ, column))
        .toList();
  }

  /** The grants that permit giving these columns values; one at least. */
  List<BoundGrant> grants(RelationName name, Permission permission, Collection<String> columns) {
    List<Violation> violations =
        restriction.visible().permits(name, permission)
            ? columns.stream()
                .filter(column -> !restriction.visible().permits(name, permission, column))
                .map(column -> new Violation(pointer(column), "unknown", "no such column to write"))
                .toList()
            : List.of();
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  SecurityProblem.COLUMN_NOT_WRITABLE,
                  "%d columns cannot be written".formatted(violations.size()))
              .withViolations(violations));
    }
    return restriction.grants(name, permission, columns);
  }

  static String pointer(String column) {
    return "/" + column.replace("~", "~0").replace("/", "~1");
  }

  /** The columns that get a value, with those that the policy gives one. */
  static List<String> columns(List<String> given, BoundGrant grant) {
    List<String> columns = new ArrayList<>(given);
    columns.addAll(grant.set().keySet());
    return columns;
  }

  /** What the policy gives these; empty if the caller lacks a claim, or it cannot be one. */
  Optional<List<Object>> set(Relation relation, BoundGrant grant) {
    List<Object> values = new ArrayList<>();
    for (Map.Entry<String, Operand> set : grant.set().entrySet()) {
      restriction.binding().value(set.getValue(), relation, set.getKey()).ifPresent(values::add);
    }
    return values.size() == grant.set().size() ? Optional.of(values) : Optional.empty();
  }

  /** The values of a row with those. */
  static List<@Nullable Object> values(List<@Nullable Object> row, List<Object> set) {
    List<@Nullable Object> values = new ArrayList<>(row);
    values.addAll(set);
    return values;
  }

  static ProblemException refused(Relation relation) {
    return SecurityProblem.ROW_REFUSED.problem(
        "the caller may not write such a row of \"%s\"".formatted(relation.name().name()));
  }
}
