package org.sqlxos.wirevm.internal.transaction;

import java.time.Duration;
import java.util.function.Supplier;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Savepoint;

/**
 * Work of which either everything stays or nothing: a transaction of its own, or, where there is
 * one, what follows a savepoint of it.
 */
public final class AllOrNothing {

  /** Undoing must not fail for the deadline that has just passed. */
  private static final Duration TO_UNDO = Duration.ofSeconds(5);

  private final OpenTransaction transaction;
  private final Runnable rollback;
  private final Runnable breakOff;

  /**
   * @param rollback undoes the transaction; throws nothing
   * @param breakOff gives the session up, with which the server undoes what is not committed
   */
  public AllOrNothing(OpenTransaction transaction, Runnable rollback, Runnable breakOff) {
    this.transaction = transaction;
    this.rollback = rollback;
    this.breakOff = breakOff;
  }

  public <T> T run(Supplier<T> work, Deadline deadline) {
    return transaction.open() ? behindSavepoint(work, deadline) : inTransaction(work, deadline);
  }

  private <T> T inTransaction(Supplier<T> work, Deadline deadline) {
    transaction.requireUndo();
    transaction.begin(Access.WRITE, deadline);
    boolean done = false;
    try {
      T result = work.get();
      transaction.commit(deadline);
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback.run();
      }
    }
  }

  private <T> T behindSavepoint(Supplier<T> work, Deadline deadline) {
    Savepoint savepoint = transaction.savepoint(deadline);
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      transaction.release(savepoint, deadline);
      return result;
    } finally {
      if (!done) {
        undo(savepoint);
      }
    }
  }

  private void undo(Savepoint savepoint) {
    Deadline deadline = Deadline.in(TO_UNDO);
    try {
      transaction.rollbackTo(savepoint, deadline);
      transaction.release(savepoint, deadline);
    } catch (ProblemException e) {
      // Some errors end a transaction. What came after that one could stay; so it all has to go.
      breakOff.run();
    }
  }
}
