package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.PoolState;
import org.sqlxos.wirepack.api.Session;

/** Sessions of one database, lent out for a bounded time. */
public interface Pool extends AutoCloseable {

  /**
   * @param statement the text of the statement that it is for, so that it gets into the right lane;
   *     empty if that is not known yet
   * @throws PoolClosed if the pool is closed, or is closed while this waits
   * @throws org.sqlxos.problem.api.ProblemException if none is free before the deadline, or none
   *     can be opened
   */
  Session borrow(Access access, String statement, Deadline deadline) throws PoolClosed;

  /** What it has and does at this moment. */
  PoolState state();

  /**
   * Lends no more, waits for what is lent, then stops what still runs. A session that comes back
   * later is closed when it does.
   */
  @Override
  void close();
}
