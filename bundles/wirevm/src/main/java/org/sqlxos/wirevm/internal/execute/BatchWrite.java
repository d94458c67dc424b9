package org.sqlxos.wirevm.internal.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.operation.api.TargetBatch;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;

/** The statements of a batch one after the other, in the transaction that is under way. */
final class BatchWrite {

  private final Session session;
  private final Batch batch;
  private final Deadline deadline;
  private final List<SingleWrite.Result> results = new ArrayList<>();

  BatchWrite(Session session, Batch batch, Deadline deadline) {
    this.session = session;
    this.batch = batch;
    this.deadline = deadline;
  }

  /**
   * @throws StatementFailure if one of them fails, or the watch refuses what it brought
   */
  Outcome run(TargetBatch targets) {
    for (int i = 0; i < targets.statements().size(); i++) {
      try {
        TargetStatement target = told(targets.statements().get(i));
        SingleWrite.Result result =
            new SingleWrite(session, batch.statements().get(i), deadline).run(target);
        results.add(result);
        batch.watch().after(i, result.outcome());
      } catch (ProblemException e) {
        throw new StatementFailure(i, e.problem(), e);
      }
    }
    return new Outcome.Several(results.stream().map(SingleWrite.Result::outcome).toList());
  }

  private TargetStatement told(TargetStatement target) {
    Optional<ReadBack> readBack =
        target
            .readBack()
            .map(given -> new ReadBack(told(given.rows()), given.moment(), given.evaluated()));
    List<@Nullable Object> parameters = new ArrayList<>(target.parameters().size());
    for (Object parameter : target.parameters()) {
      parameters.add(parameter instanceof Earlier earlier ? value(earlier) : parameter);
    }
    return new TargetStatement(
        target.text(), parameters, target.columns(), target.writes(), readBack);
  }

  private @Nullable Object value(Earlier earlier) {
    SingleWrite.Result result = results.get(earlier.statement());
    List<String> names = result.columns().stream().map(ResultColumn::name).toList();
    int column = names.indexOf(earlier.column());
    if (column < 0) {
      throw new IllegalStateException("an earlier statement returns no " + earlier.column());
    }
    if (earlier.row() >= result.rows().count()) {
      throw BatchProblem.EARLIER_ROW_MISSING.problem(
          "Statement %d returned %d rows, and row %d of it is referred to"
              .formatted(earlier.statement(), result.rows().count(), earlier.row()));
    }
    return earlier.derivation().apply(result.rows().value(earlier.row(), column));
  }
}
