package org.sqlxos.rest.internal.changes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one listener has not been sent yet. It is bounded: who takes events more slowly than they
 * come is given up.
 */
public final class EventQueue {

  private static final int MOST_EVENTS = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Event> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean ended;

  /** Adds one; ends the queue where it is full. */
  void offer(Event event) {
    lock.lock();
    try {
      boolean room = waiting.size() < MOST_EVENTS && bytes <= MOST_BYTES - event.frame().length;
      // One that is greater than the bound is taken alone.
      if (!ended && (room || waiting.isEmpty())) {
        waiting.add(event);
        bytes += event.frame().length;
      } else {
        end();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing comes any more; what waits is dropped. */
  void end() {
    lock.lock();
    try {
      ended = true;
      waiting.clear();
      bytes = 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the stream is over. */
  public boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** The next frame; empty if none comes in time, or the stream is over. */
  public Optional<byte[]> poll(Duration longest) throws InterruptedException {
    lock.lock();
    try {
      long nanos = longest.toNanos();
      while (waiting.isEmpty() && !ended && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      Event event = waiting.poll();
      if (event == null) {
        return Optional.empty();
      }
      bytes -= event.frame().length;
      return Optional.of(event.frame());
    } finally {
      lock.unlock();
    }
  }
}
