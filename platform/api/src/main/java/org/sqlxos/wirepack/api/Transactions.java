package org.sqlxos.wirepack.api;

import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;

/**
 * What a session can do about transactions. Without one each statement is a transaction of its own.
 *
 * <p>What needs a transaction is refused with SQLX650 where there is none, and so is to begin a
 * second one, and a savepoint of another transaction or one that is gone.
 */
@ProviderType
public interface Transactions {

  /**
   * Begins a transaction, as isolated as the pack thinks fit for what it is for.
   *
   * @throws org.sqlxos.problem.api.ProblemException SQLX710 if the database has none
   */
  void begin(Access access, Deadline deadline);

  /**
   * Begins a transaction that is isolated at least so much: with the weakest level that the pack
   * has and that is as strong.
   *
   * @throws org.sqlxos.problem.api.ProblemException SQLX651 if the pack has no such level, SQLX710
   *     if the database has no transactions
   */
  void begin(Access access, Isolation isolation, Deadline deadline);

  void commit(Deadline deadline);

  /** Undoes the transaction; does nothing if there is none. */
  void rollback();

  /**
   * Remembers this place in the transaction.
   *
   * @throws org.sqlxos.problem.api.ProblemException SQLX652 if the pack has no savepoints
   */
  Savepoint savepoint(Deadline deadline);

  /** Undoes what was done since; later savepoints are gone, this one stays. */
  void rollbackTo(Savepoint savepoint, Deadline deadline);

  /** Forgets the place, and those after it; what was done stays a part of the transaction. */
  void release(Savepoint savepoint, Deadline deadline);
}
