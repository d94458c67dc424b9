package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.dialect.api.StatementPlan;
import org.sqlxos.dialect.api.StatementPlanner;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.planner.internal.rest.RestOfRows;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;

/** An operation on a database without SQL, with the planner of its dialect. */
record PlannedOperation(StatementPlanner planner, Operation operation, Chain next) {

  Outcome query(Query query) {
    if (!query.plain()) {
      throw PlanProblem.NOT_SERVED.problem(
          "This database has no related rows in rows, and no aggregates.");
    }
    if (!query.page().after().isEmpty()) {
      throw PlanProblem.NOT_SERVED.problem(
          "This database has no pages that follow a row.", "Use pages with numbers.");
    }
    Relation relation = relation(query.relation());
    if (query.search().isPresent()) {
      return query(
          query.withoutSearch(
              Filter.both(query.filter(), SearchText.patterns(query.search().get()))));
    }
    // Planners know columns, each once; their names in the answer are given here.
    List<String> columns = query.columns();
    List<String> different = columns.stream().distinct().toList();
    StatementPlan plan = planner.query(query.withSelection(Selected.fields(different)), relation);
    Outcome outcome = next.proceed(operation.withTarget(plan.target()));
    if (!(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    Outcome.Total total =
        query.count() != Count.NONE ? total(query, relation) : Outcome.Total.UNKNOWN;
    List<ResultColumn> result = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      result.add(
          new ResultColumn(
              query.selection().get(i).name(),
              StatementCompiler.column(relation, columns.get(i)).type()));
    }
    Cursor cursor =
        RestOfRows.needed(plan, columns)
            ? new RestOfRows(rows.cursor(), plan, columns, PlannedOperation::tooMany)
            : rows.cursor();
    return new Outcome.Rows(result, cursor, total);
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
