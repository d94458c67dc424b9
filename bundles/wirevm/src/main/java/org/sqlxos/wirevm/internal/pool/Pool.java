package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Sessions of one database, lent out for a bounded time. */
public interface Pool extends AutoCloseable {

  /**
   * @throws PoolClosed if the pool is closed, or is closed while this waits
   * @throws org.sqlxos.problem.api.ProblemException if none is free before the deadline, or none
   *     can be opened
   */
  Session borrow(Access access, Deadline deadline) throws PoolClosed;

  /** How many sessions are lent out at this moment. */
  int inUse();

  /**
   * Lends no more, waits up to ten seconds for what is lent, then stops what still runs. A session
   * that comes back later is closed when it does.
   */
  @Override
  void close();
}
