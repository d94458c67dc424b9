package org.sqlxos.wirevm.internal.transaction;

import java.util.Optional;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;

/** What a transaction is begun and ended with. */
public interface TransactionControl {

  /**
   * @param least the isolation that is asked for; empty for what the pack thinks fit
   * @throws org.sqlxos.problem.api.ProblemException SQLX651 if none is as strong
   */
  void begin(Access access, Optional<Isolation> least, Deadline deadline);

  void commit(Deadline deadline);

  /**
   * @throws org.sqlxos.problem.api.ProblemException SQLX652 if there are no savepoints
   */
  void savepoint(long number, Deadline deadline);

  void rollbackTo(long number, Deadline deadline);

  void release(long number, Deadline deadline);

  /** Whether what a transaction did can be undone: false where there are no transactions. */
  boolean undoes();
}
