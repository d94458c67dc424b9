package org.sqlxos.wirevm.internal.driver;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/**
 * Tries again while the database is locked by somebody else. The thread is parked in between: a
 * wait inside the database would hold on to the carrier of a virtual thread.
 */
final class BusyRetry {

  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** One call of the driver. */
  @FunctionalInterface
  interface Attempt<T> {
    T call() throws SQLException;
  }

  private final ErrorTranslator errors;
  private final RunningStatement running;

  BusyRetry(ErrorTranslator errors, RunningStatement running) {
    this.errors = errors;
    this.running = running;
  }

  /** Class 40 of SQLSTATE, "transaction rollback": what came before the statement is undone too. */
  private static boolean endsTransaction(SQLException error) {
    return error.getSQLState() != null && error.getSQLState().startsWith("40");
  }

  /**
   * @throws SQLException the last error: the one of a locked database once the deadline has passed
   *     or the statement was stopped
   */
  <T> T run(Attempt<T> attempt, Deadline deadline) throws SQLException {
    long pauseNanos = FIRST_PAUSE_NANOS;
    while (true) {
      try {
        return attempt.call();
      } catch (SQLException e) {
        long remainingNanos = deadline.remainingNanos();
        if (remainingNanos <= 0
            || errors.kind(DatabaseError.of(e)) != ErrorKind.BUSY
            || running.stopped() != RunningStatement.Stop.NONE
            || endsTransaction(e)
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(this, Math.min(pauseNanos, remainingNanos));
        pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
      }
    }
  }
}
