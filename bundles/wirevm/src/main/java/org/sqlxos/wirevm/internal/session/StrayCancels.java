package org.sqlxos.wirevm.internal.session;

import java.util.function.Supplier;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Cancels that hit the wrong one of several sessions on a connection: a server stops what the
 * connection runs when the cancel arrives, and that may be the statement behind. It is run again.
 */
final class StrayCancels {

  private final WireConnection connection;
  private final boolean shared;
  private volatile boolean meant;

  StrayCancels(WireConnection connection, boolean shared) {
    this.connection = connection;
    this.shared = shared;
  }

  /** What runs is to be stopped indeed. From any thread. */
  void cancelled() {
    meant = true;
  }

  /** Runs a statement, until it is done or stopped by those who have a right to. */
  <T> T spare(Deadline deadline, Supplier<T> statement) {
    meant = false;
    while (true) {
      long beganNanos = System.nanoTime();
      try {
        return statement.get();
      } catch (ProblemException e) {
        boolean hit =
            e.problem().code() == WireProblem.CANCELLED && connection.cancelMayHaveHit(beganNanos);
        if (!shared || !hit || meant || deadline.passed()) {
          throw e;
        }
      }
    }
  }
}
