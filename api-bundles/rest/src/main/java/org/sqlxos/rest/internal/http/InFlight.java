package org.sqlxos.rest.internal.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests being answered, so that a stop can wait for them. */
final class InFlight {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int count;
  private boolean closed;

  /** Counts a request in, unless the stop has begun: then it has to be refused. */
  boolean enter() {
    lock.lock();
    try {
      if (!closed) {
        count++;
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets nobody in any more and waits until the last one has left.
   *
   * @return how many are still in after {@code longest}, or when the thread was interrupted
   */
  int drain(Duration longest) {
    lock.lock();
    try {
      closed = true;
      long nanos = longest.toNanos();
      while (count > 0 && nanos > 0) {
        nanos = idle.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return remaining();
  }

  private int remaining() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
