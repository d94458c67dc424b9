package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.security.internal.condition.Binding;
import org.sqlxos.security.internal.policy.BoundGrant;

/** New rows, held to what the caller may write: as they will be. */
final class InsertRestriction {

  private final WriteScope scope;
  private final References references;
  private final Questions questions;

  InsertRestriction(Restriction restriction, Questions questions) {
    this.scope = new WriteScope(restriction);
    this.references = new References(restriction, questions);
    this.questions = questions;
  }

  /**
   * @throws org.sqlxos.problem.api.ProblemException if no grant permits all rows
   */
  Mutation.Insert of(Mutation.Insert insert) {
    Relation relation = scope.whole(insert.relation());
    List<BoundGrant> grants = scope.grants(insert.relation(), Permission.INSERT, insert.columns());
    for (BoundGrant grant : grants) {
      Optional<List<Object>> set = scope.set(relation, grant);
      if (set.isEmpty()) {
        continue;
      }
      Given given = given(insert, relation, grant, set.get());
      Questions attempt = questions.attempt();
      if (permitted(given, grant, attempt, grants.size() == 1)) {
        questions.add(attempt);
        references.require(relation, given.rows(true), grant.set().keySet());
        return restricted(insert, given);
      }
    }
    throw WriteScope.refused(relation);
  }

  private static Given given(
      Mutation.Insert insert, Relation relation, BoundGrant grant, List<Object> set) {
    List<List<@Nullable Object>> rows = new ArrayList<>(insert.rows().size());
    for (List<@Nullable Object> row : insert.rows()) {
      rows.add(WriteScope.values(row, set));
    }
    return new Given(relation, WriteScope.columns(insert.columns(), grant), rows);
  }

  private boolean permitted(Given given, BoundGrant grant, Questions attempt, boolean alone) {
    Filter check = scope.holds(given.relation(), grant.check());
    return given.rows(true).stream()
        .allMatch(
            row ->
                new WriteCheck(row, attempt, WriteScope.refused(given.relation()))
                    .left(check, alone)
                    .equals(Filter.EVERYTHING));
  }

  private Mutation.Insert restricted(Mutation.Insert insert, Given given) {
    return new Mutation.Insert(
        insert.relation(),
        given.columns(),
        given.values(),
        insert.onConflict().map(conflict -> conflict(conflict, given)),
        insert.places(),
        scope.readable(insert.relation(), insert.returning()));
  }

  /** What may be done to a row that exists already is what an update may do to it. */
  private Mutation.OnConflict conflict(Mutation.OnConflict conflict, Given given) {
    if (conflict.resolution() == Mutation.Resolution.IGNORE) {
      return conflict;
    }
    Relation relation = given.relation();
    List<String> changed =
        given.columns().stream().filter(column -> !conflict.key().contains(column)).toList();
    List<Filter> permitted = new ArrayList<>();
    List<BoundGrant> grants = scope.grants(relation.name(), Permission.UPDATE, changed);
    for (BoundGrant grant : grants) {
      Set<Filter> left = left(given, grant, grants.size() == 1);
      // One condition for all rows: the statement has room for no more.
      if (left.size() == 1 && grant.set().isEmpty()) {
        Filter before = scope.holds(relation, grant.rows());
        permitted.add(Binding.all(List.of(before, left.iterator().next())));
      }
    }
    Filter any = Binding.any(permitted);
    if (any.equals(WriteScope.NOTHING)) {
      throw WriteScope.refused(relation);
    }
    Filter rows = Filter.both(scope.rows(relation.name(), conflict.filter()), any);
    return new Mutation.OnConflict(conflict.key(), conflict.resolution(), rows);
  }

  private Set<Filter> left(Given given, BoundGrant grant, boolean alone) {
    Filter check = scope.holds(given.relation(), grant.check());
    Set<Filter> left = new HashSet<>();
    for (KnownRow row : given.rows(false)) {
      left.add(
          new WriteCheck(row, questions, WriteScope.refused(given.relation())).left(check, alone));
    }
    return left;
  }

  /** The rows with what a grant sets. */
  private record Given(
      Relation relation, List<String> columns, List<List<@Nullable Object>> values) {

    /**
     * @param fresh whether they do not exist yet
     */
    List<KnownRow> rows(boolean fresh) {
      return values.stream().map(row -> new KnownRow(relation, columns, row, fresh)).toList();
    }
  }
}
