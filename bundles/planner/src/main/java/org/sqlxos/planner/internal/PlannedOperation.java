package org.sqlxos.planner.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.dialect.api.StatementPlan;
import org.sqlxos.dialect.api.StatementPlanner;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.planner.internal.rest.RestOfRows;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;

/** An operation on a database without SQL, with the planner of its dialect. */
record PlannedOperation(StatementPlanner planner, Operation operation, Chain next) {

  Outcome query(Query query) {
    Relation relation = relation(query.relation());
    StatementPlan plan = planner.query(query, relation);
    Outcome outcome = next.proceed(operation.withTarget(plan.target()));
    if (!(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    Outcome.Total total = query.counted() ? total(query, relation) : Outcome.Total.UNKNOWN;
    if (!RestOfRows.needed(plan, query.columns())) {
      return new Outcome.Rows(rows.columns(), rows.cursor(), total);
    }
    RestOfRows rest =
        new RestOfRows(rows.cursor(), plan, query.columns(), PlannedOperation::tooMany);
    return new Outcome.Rows(
        query.columns().stream().map(name -> column(relation, name)).toList(), rest, total);
  }

  private static ResultColumn column(Relation relation, String name) {
    return new ResultColumn(
        name,
        relation
            .column(name)
            .orElseThrow(
                () ->
                    PlanProblem.NOT_IN_CATALOG.problem(
                        "\"%s\" has no column \"%s\".".formatted(relation.name(), name)))
            .type());
  }

  private static ProblemException tooMany(int most) {
    return PlanProblem.TOO_MANY_ROWS.problem(
        "The database does not sort or skip rows, and more than %d are too many to do it here."
            .formatted(most),
        "Filter by key, leave the order out, or read on from page to page.");
  }

  /** Asked by a statement of its own, once all rows have been written. */
  private Outcome.Total total(Query query, Relation relation) {
    Optional<TargetStatement> count = planner.count(query, relation);
    if (count.isEmpty()) {
      return Outcome.Total.UNKNOWN;
    }
    return () -> {
      try (Outcome outcome = next.proceed(operation.withTarget(count.get()))) {
        return outcome instanceof Outcome.Rows rows && rows.cursor().next()
            ? OptionalLong.of(rows.cursor().getLong(0))
            : OptionalLong.of(0);
      }
    };
  }

  Outcome mutation(Mutation mutation) {
    TargetStatement target = planner.mutation(mutation, relation(mutation.relation()));
    return next.proceed(operation.withTarget(target));
  }

  private Relation relation(RelationName name) {
    return operation
        .catalog()
        .relation(name)
        .orElseThrow(
            () -> PlanProblem.NOT_IN_CATALOG.problem("There is no relation \"" + name + "\"."));
  }
}
