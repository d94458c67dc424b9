package org.sqlxos.wirevm.internal.running;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops the statements that run past their deadline: one thread for all sessions. A timer task for
 * each statement would cost more than most statements do; here a statement pays for one volatile
 * read. The thread looks every {@value #TICK_MILLIS} ms while statements run, and sleeps otherwise.
 */
public final class DeadlineWatch implements AutoCloseable {

  private static final long TICK_MILLIS = 20;

  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  public DeadlineWatch() {
    thread = Thread.ofPlatform().daemon().name("sqlx-deadline-watch").start(this::watch);
  }

  public void add(Watched running) {
    watched.add(running);
  }

  public void remove(Watched running) {
    watched.remove(running);
  }

  /** A statement has started. */
  public void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void watch() {
    while (!closed) {
      if (expireOverdue()) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
        continue;
      }
      // Said before looking once more: a statement that starts in between sees it and wakes.
      asleep = true;
      if (!expireOverdue() && !closed) {
        LockSupport.park(this);
      }
      asleep = false;
    }
  }

  /** Whether any statement runs. */
  private boolean expireOverdue() {
    boolean running = false;
    for (Watched statement : watched) {
      long remaining = statement.remainingNanos();
      running |= remaining != Long.MAX_VALUE;
      if (remaining <= 0) {
        statement.expire();
      }
    }
    return running;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
