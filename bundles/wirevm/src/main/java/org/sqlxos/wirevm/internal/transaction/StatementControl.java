package org.sqlxos.wirevm.internal.transaction;

import java.util.List;
import java.util.Optional;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;

/** Transactions by statements of the pack. */
final class StatementControl implements TransactionControl {

  private static final String NUMBER = "$1";

  private final TransactionStatements statements;
  private final OpenTransaction.Runner runner;
  private final Runnable onHalfBegun;

  StatementControl(
      TransactionStatements statements, OpenTransaction.Runner runner, Runnable onHalfBegun) {
    this.statements = statements;
    this.runner = runner;
    this.onHalfBegun = onHalfBegun;
  }

  @Override
  public void begin(Access access, Optional<Isolation> least, Deadline deadline) {
    if (least.isEmpty()) {
      runner.run(statements.begin(access), deadline);
      return;
    }
    List<String> all =
        statements.begin(access, least.get()).orElseThrow(() -> tooStrong(least.get()));
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
  }

  @Override
  public boolean undoes() {
    return true;
  }

  private static RuntimeException tooStrong(Isolation isolation) {
    return WireProblem.ISOLATION_UNSUPPORTED.problem(
        "The database has no isolation that is as strong as " + isolation,
        "Ask for a weaker one, or begin without naming one.");
  }

  @Override
  public void commit(Deadline deadline) {
    runner.run(statements.commit(), deadline);
  }

  @Override
  public void savepoint(long number, Deadline deadline) {
    runner.run(numbered(savepoints().set(), number), deadline);
  }

  @Override
  public void rollbackTo(long number, Deadline deadline) {
    runner.run(numbered(savepoints().rollbackTo(), number), deadline);
  }

  @Override
  public void release(long number, Deadline deadline) {
    runner.run(numbered(savepoints().release(), number), deadline);
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
}
