package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.TargetBatch;
import org.sqlxos.operation.api.TargetSeries;
import org.sqlxos.operation.api.TargetStatement;

/** Writes what consists of several statements, each as it would be alone. */
final class BatchCompiler {

  private final StatementCompiler compiler;

  BatchCompiler(StatementCompiler compiler) {
    this.compiler = compiler;
  }

  TargetBatch batch(Batch batch) {
    List<TargetStatement> targets = new ArrayList<>(batch.statements().size());
    for (Statement statement : batch.statements()) {
      targets.add(
          switch (statement) {
            case Query query -> compiler.queries().query(query);
            case Mutation mutation -> compiler.mutation(mutation);
            case Locked locked -> compiler.locked(locked.query());
            default -> throw notServed(statement);
          });
    }
    return new TargetBatch(targets);
  }

  TargetSeries series(Series series) {
    return new TargetSeries(
        new java.util.Iterator<>() {
          @Override
          public boolean hasNext() {
            return series.inserts().hasNext();
          }

          @Override
          public TargetStatement next() {
            return compiler.mutation(series.inserts().next());
          }
        });
  }

  static RuntimeException notServed(Statement statement) {
    return PlanProblem.NOT_SERVED.problem(
        "Statements of the kind \"%s\" are not served here."
            .formatted(statement.getClass().getSimpleName()));
  }
}
