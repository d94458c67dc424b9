package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.transaction.AllOrNothing;
import org.sqlxos.wirevm.internal.transaction.OpenTransaction;
import org.sqlxos.wirevm.internal.transaction.RowsInTurn;

/**
 * The batches of one session, each in the fastest way that is safe there:
 *
 * <ul>
 *   <li>together, where the protocol carries many executions out as one;
 *   <li>in line, one behind the other without waiting, where the pack says what surrounds them so
 *       that those behind one which ended the transaction do not stay;
 *   <li>in turn otherwise.
 * </ul>
 */
final class Batches {

  private final WireConnection connection;
  private final OpenTransaction transaction;
  private final AllOrNothing whole;
  private final Consumer<Turn> running;

  /**
   * @param running told which turn a cancel has to stop
   */
  Batches(
      WireConnection connection,
      OpenTransaction transaction,
      Runnable rollback,
      Consumer<Turn> running) {
    this.connection = connection;
    this.transaction = transaction;
    this.whole =
        new AllOrNothing(
            transaction, rollback, () -> connection.breakOff("a batch could not be undone"));
    this.running = running;
  }

  /**
   * @param session runs one row where they run in turn
   */
  long[] run(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      WireSession session,
      Deadline deadline) {
    if (rows.isEmpty()) {
      return new long[0];
    }
    Prepared prepared = connection.prepared().prepare(statement.text(), deadline);
    try {
      // Without parameters it may be anything, a copy too.
      if (!prepared.parameters.isEmpty()) {
        if (connection.parts().protocol().find(Operation.Kind.BATCH) != null) {
          return together(new BatchRun(connection, prepared, true, rows, deadline), deadline);
        }
        TransactionStatements.Batch around = connection.parts().transactions().batch().orElse(null);
        if (around != null && !transaction.open()) {
          BatchRun run = new BatchRun(connection, prepared, false, rows, deadline);
          run.prepare();
          return around(around, () -> run(run), deadline);
        }
      }
      return whole.run(
          () -> RowsInTurn.run(statement, rows, row -> session.execute(row, deadline)), deadline);
    } catch (ProblemException e) {
      if (e.problem().code() == WireProblem.SCHEMA_CHANGED) {
        connection.prepared().forget(statement.text(), prepared);
      }
      throw e;
    }
  }

  private long[] together(BatchRun run, Deadline deadline) {
    boolean all = run.prepare();
    // Rows that are written down are sent as one, and need no transaction of ours.
    return all && !transaction.open() ? run(run) : whole.run(() -> run(run), deadline);
  }

  private long[] run(BatchRun run) {
    running.accept(run.turn());
    return run.run();
  }

  private long[] around(
      TransactionStatements.Batch statements, Supplier<long[]> work, Deadline deadline) {
    boolean done = false;
    try {
      runAll(statements.begin(), deadline);
      long[] changed = work.get();
      connection.simple(connection.parts().transactions().commit(), false, deadline);
      done = true;
      return changed;
    } finally {
      end(statements, done);
    }
  }

  /** Whatever has been done: undoing nothing, and setting what is set, does no harm. */
  private void end(TransactionStatements.Batch statements, boolean done) {
    if (!connection.usable()) {
      return;
    }
    try {
      Deadline grace = Deadline.in(Canceller.GRACE);
      if (!done) {
        connection.simple(connection.parts().transactions().rollback(), false, grace);
      }
      runAll(statements.end(), grace);
    } catch (ProblemException e) {
      // Told is what the batch failed with. The server undoes what is left of a lost connection.
      connection.breakOff("a batch could not be undone");
    }
  }

  private void runAll(List<String> statements, Deadline deadline) {
    statements.forEach(text -> connection.simple(text, false, deadline));
  }
}
