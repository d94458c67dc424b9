package org.sqlxos.wirevm.internal.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.auth.Evaluation;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.transaction.TransactionControl;

/**
 * Transactions that begin with their first command and end with an operation of the pack, on
 * servers that have them.
 */
final class CommandTransactions implements TransactionControl {

  private final WireConnection connection;
  private final Expression there;
  private final Consumer<Deadline> commit;

  /**
   * @param there what holds of a server that has them
   * @param commit sends the pack's operation
   */
  CommandTransactions(WireConnection connection, Expression there, Consumer<Deadline> commit) {
    this.connection = connection;
    this.there = there;
    this.commit = commit;
  }

  /** Nothing is sent yet: the first command says that it begins one. */
  @Override
  public void begin(Access access, Optional<Isolation> least, Deadline deadline) {
    if (!undoes()) {
      throw Undeclared.transactions();
    }
    if (least.isPresent()) {
      throw WireProblem.ISOLATION_UNSUPPORTED.problem(
          "The pack declares no levels of isolation", "Begin without naming one.");
    }
    connection.requests().beginTransaction();
  }

  @Override
  public void commit(Deadline deadline) {
    if (connection.requests().transactionTold()) {
      commit.accept(deadline);
    }
    connection.requests().endTransaction();
  }

  private static RuntimeException noSavepoints() {
    return WireProblem.SAVEPOINTS_UNSUPPORTED.problem("The pack declares no savepoints");
  }

  @Override
  public void savepoint(long number, Deadline deadline) {
    throw noSavepoints();
  }

  @Override
  public void rollbackTo(long number, Deadline deadline) {
    throw noSavepoints();
  }

  @Override
  public void release(long number, Deadline deadline) {
    throw noSavepoints();
  }

  @Override
  public boolean undoes() {
    return Evaluation.holds(there, connection.conversation().slots());
  }
}
