package org.sqlxos.wirevm.internal.embedded;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;

/**
 * What a session runs right now, as seen by threads that may want to stop it. The lock makes sure
 * that a stop never hits the statement after the one it was meant for.
 */
final class RunningStatement {

  /** Why it was stopped. */
  enum Stop {
    NONE,
    CANCELLED,
    EXPIRED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Statement statement;
  private volatile Stop stop = Stop.NONE;
  private volatile boolean active;
  private volatile long deadlineNanoTime;

  void start(Statement started, Deadline deadline) {
    lock.lock();
    try {
      statement = started;
      stop = Stop.NONE;
      deadlineNanoTime = deadline.nanoTime();
      active = true;
    } finally {
      lock.unlock();
    }
  }

  void finish() {
    lock.lock();
    try {
      statement = null;
      active = false;
      stop = Stop.NONE;
    } finally {
      lock.unlock();
    }
  }

  /** Why the statement that runs was stopped; {@code NONE} once it has finished. */
  Stop stopped() {
    return stop;
  }

  /** Nanoseconds until the deadline; {@link Long#MAX_VALUE} if nothing runs. */
  long remainingNanos() {
    return active && stop == Stop.NONE ? deadlineNanoTime - System.nanoTime() : Long.MAX_VALUE;
  }

  /** Stops it if it runs past its deadline. */
  void expire() {
    stop(Stop.EXPIRED, true);
  }

  void cancel() {
    stop(Stop.CANCELLED, false);
  }

  private void stop(Stop why, boolean onlyOverdue) {
    lock.lock();
    try {
      Statement running = statement;
      if (running == null || stop != Stop.NONE) {
        return;
      }
      if (onlyOverdue && deadlineNanoTime - System.nanoTime() > 0) {
        return;
      }
      stop = why;
      running.cancel();
    } catch (SQLException e) {
      // It ended by itself in this moment; whoever runs it sees the reason in stopped().
      stop = why;
    } finally {
      lock.unlock();
    }
  }
}
