package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.security.internal.condition.Binding;
import org.sqlxos.security.internal.policy.BoundGrant;

/** Other values in existing rows, held to what the caller may change: before, and after. */
final class UpdateRestriction {

  private final WriteScope scope;
  private final References references;
  private final Questions questions;

  UpdateRestriction(Restriction restriction, Questions questions) {
    this.scope = new WriteScope(restriction);
    this.references = new References(restriction, questions);
    this.questions = questions;
  }

  /**
   * @throws org.sqlxos.problem.api.ProblemException if no grant permits it of any row
   */
  Mutation.Update of(Mutation.Update update) {
    Relation relation = scope.whole(update.relation());
    List<BoundGrant> grants = alike(update);
    BoundGrant first = grants.getFirst();
    List<Object> set = scope.set(relation, first).orElseThrow(() -> WriteScope.refused(relation));
    List<String> columns = WriteScope.columns(update.columns(), first);
    List<@Nullable Object> values = WriteScope.values(update.values(), set);
    KnownRow row = new KnownRow(relation, columns, values, false);
    Filter permitted = permitted(relation, grants, row);
    if (permitted.equals(WriteScope.NOTHING)) {
      throw WriteScope.refused(relation);
    }
    references.require(relation, List.of(row), first.set().keySet());
    return new Mutation.Update(
        update.relation(),
        columns,
        values,
        Binding.all(List.of(scope.rows(update.relation(), update.filter()), permitted)),
        update.place(),
        scope.readable(update.relation(), update.returning()));
  }

  /** Those that set the same values: what one grant sets another one has not checked. */
  private List<BoundGrant> alike(Mutation.Update update) {
    List<BoundGrant> grants = scope.grants(update.relation(), Permission.UPDATE, update.columns());
    return grants.stream().filter(grant -> grant.set().equals(grants.getFirst().set())).toList();
  }

  private Filter permitted(Relation relation, List<BoundGrant> grants, KnownRow row) {
    List<Filter> permitted = new ArrayList<>();
    for (BoundGrant grant : grants) {
      Questions attempt = questions.attempt();
      Filter left =
          new WriteCheck(row, attempt, WriteScope.refused(relation))
              .left(scope.holds(relation, grant.check()), grants.size() == 1);
      if (!left.equals(WriteScope.NOTHING)) {
        questions.add(attempt);
        permitted.add(Binding.all(List.of(scope.holds(relation, grant.rows()), left)));
      }
    }
    return Binding.any(permitted);
  }
}
