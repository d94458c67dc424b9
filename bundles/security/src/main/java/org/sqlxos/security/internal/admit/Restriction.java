package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.security.internal.condition.Binding;
import org.sqlxos.security.internal.policy.Access;
import org.sqlxos.security.internal.policy.BoundGrant;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * What one operation's caller may read, relation by relation. Every relation that a statement
 * touches, wherever it stands in it, gets the rows filter of the grants that cover all columns that
 * are touched there: columns that are only compared or sorted by count as much as those that are
 * selected, for both tell what is in them.
 */
final class Restriction {

  private final Access access;
  private final Binding binding;
  private final int deepest;

  /**
   * @param deepest relations inside each other
   */
  Restriction(Access access, Operation operation, int deepest) {
    this.access = access;
    this.binding = new Binding(operation.catalog().whole(), operation.caller().claims());
    this.deepest = deepest;
  }

  Binding binding() {
    return binding;
  }

  CatalogSnapshot visible() {
    return access.visible();
  }

  /** A relation that the caller sees. */
  Relation relation(RelationName name) {
    return visible()
        .relation(name)
        .orElseThrow(
            () ->
                SecurityProblem.NAME_UNKNOWN.problem(
                    "there is no table or view \"%s\"".formatted(visible().pathName(name))));
  }

  /**
   * @throws org.sqlxos.problem.api.ProblemException unless the caller may call it
   */
  void requireCallable(Routine routine) {
    if (!visible().routines().contains(routine)) {
      throw SecurityProblem.NAME_UNKNOWN.problem(
          "there is no function \"%s\"".formatted(visible().pathName(routine.name())));
    }
  }

  /** The relation with all its columns, for what the policy says of them. */
  Relation whole(RelationName name) {
    return visible()
        .whole()
        .relation(name)
        .orElseThrow(() -> new IllegalStateException("what is seen is there"));
  }

  /** The grants that cover all these columns; one at least. */
  List<BoundGrant> grants(RelationName name, Permission permission, Collection<String> touched) {
    Relation relation = relation(name);
    for (String column : touched) {
      if (permission == Permission.READ && relation.column(column).isEmpty()) {
        throw SecurityProblem.NAME_UNKNOWN.problem(
            "\"%s\" has no column \"%s\"".formatted(name.name(), column));
      }
    }
    List<BoundGrant> covering =
        access.grants(name, permission).stream()
            .filter(grant -> grant.columns().containsAll(touched))
            .toList();
    if (covering.isEmpty()) {
      throw SecurityProblem.NOT_PERMITTED.problem(
          "the caller may not %s \"%s\" like this"
              .formatted(permission.name().toLowerCase(java.util.Locale.ROOT), name.name()),
          "no role of the caller permits it with all columns that the request touches");
    }
    return covering;
  }

  /** The rows that may be read where these columns are touched. */
  Filter readable(RelationName name, Collection<String> touched) {
    return rows(name, grants(name, Permission.READ, touched));
  }

  Filter rows(RelationName name, List<BoundGrant> grants) {
    Relation relation = whole(name);
    return Binding.any(
        grants.stream().map(grant -> binding.holds(relation, grant.rows())).toList());
  }

  /** A condition of the caller, with the rows filters of the relations that it looks into. */
  Filter restricted(Filter filter, int depth) {
    if (depth > deepest) {
      throw SecurityProblem.TOO_MUCH.problem(
          "this caller may ask for %d relations inside each other".formatted(deepest));
    }
    return switch (filter) {
      case Filter.And and -> new Filter.And(restricted(and.parts(), depth));
      case Filter.Or or -> new Filter.Or(restricted(or.parts(), depth));
      case Filter.Not not -> new Filter.Not(restricted(not.part(), depth));
      case Filter.Related related -> {
        Relationship relationship = seen(related.relationship());
        Set<String> touched = new HashSet<>(relationship.targetColumns());
        touched(related.filter(), touched);
        Filter inner = restricted(related.filter(), depth + 1);
        yield new Filter.Related(
            relationship, Filter.both(inner, readable(relationship.to(), touched)));
      }
      case Filter.Compare _, Filter.In _, Filter.Like _, Filter.IsNull _ -> filter;
    };
  }

  private List<Filter> restricted(List<Filter> parts, int depth) {
    List<Filter> restricted = new ArrayList<>(parts.size());
    for (Filter part : parts) {
      restricted.add(restricted(part, depth));
    }
    return restricted;
  }

  /** A relationship that the caller sees; one that an API made up leads nowhere. */
  Relationship seen(Relationship relationship) {
    return visible()
        .relationship(relationship.from(), relationship.name())
        .filter(relationship::equals)
        .orElseThrow(
            () ->
                SecurityProblem.NAME_UNKNOWN.problem(
                    "\"%s\" has no relationship \"%s\""
                        .formatted(relationship.from().name(), relationship.name())));
  }

  /** The columns of its own relation that a condition touches. */
  static void touched(Filter filter, Set<String> columns) {
    switch (filter) {
      case Filter.And and -> and.parts().forEach(part -> touched(part, columns));
      case Filter.Or or -> or.parts().forEach(part -> touched(part, columns));
      case Filter.Not not -> touched(not.part(), columns);
      case Filter.Compare compare -> columns.add(compare.column());
      case Filter.In in -> columns.add(in.column());
      case Filter.Like like -> columns.add(like.column());
      case Filter.IsNull isNull -> columns.add(isNull.column());
      case Filter.Related related -> columns.addAll(related.relationship().columns());
    }
  }
}
