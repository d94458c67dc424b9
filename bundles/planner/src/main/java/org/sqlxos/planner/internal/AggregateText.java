package org.sqlxos.planner.internal;

import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/** Writes aggregates, which all databases call by the same names. */
final class AggregateText {

  private AggregateText() {}

  static void write(SqlText sql, Source source, Selected.Aggregate aggregate) {
    sql.add(
        switch (aggregate.function()) {
          case COUNT -> "count(";
          case SUM -> "sum(";
          case AVG -> "avg(";
          case MIN -> "min(";
          case MAX -> "max(";
        });
    if (aggregate.column().isPresent()) {
      sql.column(source.qualifier(), aggregate.column().get());
    } else {
      sql.add("*");
    }
    sql.add(")");
  }

  static UniversalType type(Source source, Selected.Aggregate aggregate) {
    return aggregate.type(name -> StatementCompiler.column(source.relation(), name).type());
  }

  static ProblemException noRowsInGroups() {
    return PlanProblem.NOT_SERVED.problem("Groups have no related rows.");
  }
}
