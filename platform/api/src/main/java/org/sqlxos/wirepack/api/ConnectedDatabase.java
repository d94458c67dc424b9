package org.sqlxos.wirepack.api;

import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;

/**
 * A configured database that can be reached: one OSGi service each, with the service property
 * {@code sqlx.database}.
 */
@ProviderType
public interface ConnectedDatabase {

  /** The configured name. */
  String name();

  /** What its pack says. */
  PackDescription pack();

  /**
   * Takes a session from the pool. The caller closes it, which gives it back.
   *
   * @throws org.sqlxos.problem.api.ProblemException if none is free before the deadline, or the
   *     database is not reachable
   */
  Session borrow(Access access, Deadline deadline);

  /**
   * The same for whoever knows already what is going to run: statements that are known to take long
   * have connections of their own, so that they do not hold up the others.
   *
   * @param statement the text of the first statement
   */
  default Session borrow(Access access, String statement, Deadline deadline) {
    return borrow(access, deadline);
  }
}
