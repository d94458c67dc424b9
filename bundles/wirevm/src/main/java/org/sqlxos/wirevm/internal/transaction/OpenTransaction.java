package org.sqlxos.wirevm.internal.transaction;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;

/** The transaction of one session, if it is in one. Used by one thread at a time. */
public final class OpenTransaction {

  /** Runs a statement of the pack. */
  @FunctionalInterface
  public interface Runner {
    void run(String statement, Deadline deadline);
  }

  /** No two transactions of a process have the same, so that none takes another's savepoints. */
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final TransactionControl control;

  /** The number of the transaction; 0 if there is none. */
  private long number;

  private final Marks marks = new Marks();

  public OpenTransaction(TransactionControl control) {
    this.control = control;
  }

  /**
   * Transactions by statements of the pack.
   *
   * @param onHalfBegun called when of several statements that begin a transaction only the first
   *     have been carried out: what they have set must not reach anybody else
   */
  public OpenTransaction(TransactionStatements statements, Runner runner, Runnable onHalfBegun) {
    this(
        statements.there()
            ? new StatementControl(statements, runner, onHalfBegun)
            : NoTransactions.INSTANCE);
  }

  /** Whether there is a transaction. */
  public boolean open() {
    return number != 0;
  }

  public void begin(Access access, Deadline deadline) {
    requireNone();
    control.begin(access, Optional.empty(), deadline);
    begun();
  }

  /**
   * Before what has to be undone as a whole if it fails.
   *
   * @throws ProblemException if the database has no transactions
   */
  void requireUndo() {
    if (!control.undoes()) {
      throw Undeclared.transactions();
    }
  }

  public void begin(Access access, Isolation isolation, Deadline deadline) {
    requireNone();
    control.begin(access, Optional.of(isolation), deadline);
    begun();
  }

  private void begun() {
    number = NUMBERS.incrementAndGet();
    marks.clear();
  }

  private void requireNone() {
    if (open()) {
      throw WireProblem.NO_TRANSACTION.problem(
          "The session is in a transaction already", "Use savepoints, or end this one first.");
    }
  }

  public void commit(Deadline deadline) {
    control.commit(deadline);
    number = 0;
  }

  /** It is over, whoever ended it. */
  public void ended() {
    number = 0;
  }

  public Savepoint savepoint(Deadline deadline) {
    requireOpen();
    long next = marks.next();
    control.savepoint(next, deadline);
    marks.set(next);
    return new Savepoint(number, next);
  }

  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    requireAlive(savepoint);
    control.rollbackTo(savepoint.number(), deadline);
    marks.dropAfter(savepoint.number());
  }

  public void release(Savepoint savepoint, Deadline deadline) {
    requireAlive(savepoint);
    control.release(savepoint.number(), deadline);
    marks.dropFrom(savepoint.number());
  }

  private void requireOpen() {
    if (!open()) {
      throw WireProblem.NO_TRANSACTION.problem(
          "The session is in no transaction", "Begin one before its savepoints.");
    }
  }

  private void requireAlive(Savepoint savepoint) {
    requireOpen();
    if (savepoint.transaction() != number || !marks.alive(savepoint.number())) {
      throw gone(savepoint);
    }
  }

  private ProblemException gone(Savepoint savepoint) {
    return WireProblem.NO_TRANSACTION.problem(
        savepoint.transaction() == number
            ? "The savepoint was released, or undone with one before it"
            : "The savepoint belongs to another transaction",
        "Use the savepoints of the transaction that is open.");
  }
}
