package org.sqlxos.wirevm.internal.running;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;

/**
 * What a session runs right now, as seen by threads that may want to stop it. The lock makes sure
 * that a stop never hits the statement after the one it was meant for.
 */
public final class RunningStatement implements Watched {

  /** How it is stopped. Returns soon; called under a lock. */
  @FunctionalInterface
  public interface Stopper {

    /**
     * @return whether it may have been too early, so that it is done again and again until the
     *     statement ends
     */
    boolean stop();
  }

  /** Why it was stopped. */
  public enum Stop {
    NONE,
    CANCELLED,
    EXPIRED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Stopper stopper;
  private volatile Stop stop = Stop.NONE;
  private volatile boolean active;
  private volatile boolean again;
  private volatile long deadlineNanoTime;

  public void start(Stopper started, Deadline deadline) {
    lock.lock();
    try {
      stopper = started;
      stop = Stop.NONE;
      again = false;
      deadlineNanoTime = deadline.nanoTime();
      active = true;
    } finally {
      lock.unlock();
    }
  }

  public void finish() {
    lock.lock();
    try {
      stopper = null;
      active = false;
      stop = Stop.NONE;
    } finally {
      lock.unlock();
    }
  }

  /** Why the statement that runs was stopped; {@code NONE} once it has finished. */
  public Stop stopped() {
    return stop;
  }

  @Override
  public long remainingNanos() {
    if (!active) {
      return Long.MAX_VALUE;
    }
    if (stop == Stop.NONE) {
      return deadlineNanoTime - System.nanoTime();
    }
    return again ? 0 : Long.MAX_VALUE;
  }

  @Override
  public void expire() {
    stop(Stop.EXPIRED, true);
  }

  public void cancel() {
    stop(Stop.CANCELLED, false);
  }

  private void stop(Stop why, boolean onlyOverdue) {
    lock.lock();
    try {
      Stopper running = stopper;
      if (running == null || (stop != Stop.NONE && !again)) {
        return;
      }
      if (stop == Stop.NONE) {
        if (onlyOverdue && deadlineNanoTime - System.nanoTime() > 0) {
          return;
        }
        stop = why;
      }
      again = running.stop();
    } finally {
      lock.unlock();
    }
  }
}
