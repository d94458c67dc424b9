package org.sqlxos.wirevm.internal.transaction;

import java.util.Optional;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A database without transactions. To begin one is refused: whoever thinks that it has begun would
 * believe that what it does can be undone.
 */
public enum NoTransactions implements TransactionControl {
  INSTANCE;

  @Override
  public void begin(Access access, Optional<Isolation> least, Deadline deadline) {
    throw Undeclared.transactions();
  }

  @Override
  public void commit(Deadline deadline) {
    throw WireProblem.NO_TRANSACTION.problem("The session is in no transaction");
  }

  @Override
  public void savepoint(long number, Deadline deadline) {
    throw Undeclared.transactions();
  }

  @Override
  public void rollbackTo(long number, Deadline deadline) {
    throw Undeclared.transactions();
  }

  @Override
  public void release(long number, Deadline deadline) {
    throw Undeclared.transactions();
  }

  @Override
  public boolean undoes() {
    return false;
  }
}
