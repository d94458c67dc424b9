package org.sqlxos.wirevm.internal.transaction;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
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

  private static final String NUMBER = "$1";

  private final TransactionStatements statements;
  private final Runner runner;
  private final Runnable onHalfBegun;

  /** The number of the transaction; 0 if there is none. */
  private long number;

  private final Marks marks = new Marks();

  /**
   * @param onHalfBegun called when of several statements that begin a transaction only the first
   *     have been carried out: what they have set must not reach anybody else
   */
  public OpenTransaction(TransactionStatements statements, Runner runner, Runnable onHalfBegun) {
    this.statements = statements;
    this.runner = runner;
    this.onHalfBegun = onHalfBegun;
  }

  /** Whether there is a transaction. */
  public boolean open() {
    return number != 0;
  }

  public void begin(Access access, Deadline deadline) {
    requireNone();
    run(statements.begin(access), deadline);
    begun();
  }

  /** Where a database has no transactions there is nothing to say. */
  private void run(String statement, Deadline deadline) {
    if (!statements.none()) {
      runner.run(statement, deadline);
    }
  }

  /**
   * Before what has to be undone as a whole if it fails.
   *
   * @throws ProblemException if the database has no transactions
   */
  void requireUndo() {
    if (statements.none()) {
      throw WireProblem.TRANSACTIONS_UNSUPPORTED.problem(
          "This database has no transactions: what fails half-way would stay as it is",
          "Run the statements one by one.");
    }
  }

  public void begin(Access access, Isolation isolation, Deadline deadline) {
    requireNone();
    List<String> all =
        statements
            .begin(access, isolation)
            .orElseThrow(
                () ->
                    WireProblem.ISOLATION_UNSUPPORTED.problem(
                        "The database has no isolation that is as strong as " + isolation,
                        "Ask for a weaker one, or begin without naming one."));
    for (int i = 0; i < all.size(); i++) {
      boolean done = i == 0;
      try {
        runner.run(all.get(i), deadline);
        done = true;
      } finally {
        if (!done) {
          onHalfBegun.run();
        }
      }
    }
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
    run(statements.commit(), deadline);
    number = 0;
  }

  /** It is over, whoever ended it. */
  public void ended() {
    number = 0;
  }

  public Savepoint savepoint(Deadline deadline) {
    requireOpen();
    long next = marks.next();
    runner.run(numbered(savepoints().set(), next), deadline);
    marks.set(next);
    return new Savepoint(number, next);
  }

  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    requireAlive(savepoint);
    runner.run(numbered(savepoints().rollbackTo(), savepoint.number()), deadline);
    marks.dropAfter(savepoint.number());
  }

  public void release(Savepoint savepoint, Deadline deadline) {
    requireAlive(savepoint);
    runner.run(numbered(savepoints().release(), savepoint.number()), deadline);
    marks.dropFrom(savepoint.number());
  }

  private TransactionStatements.Savepoints savepoints() {
    return statements
        .savepoints()
        .orElseThrow(
            () -> WireProblem.SAVEPOINTS_UNSUPPORTED.problem("The pack declares no savepoints"));
  }

  private static String numbered(String statement, long number) {
    return statement.replace(NUMBER, Long.toString(number));
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
