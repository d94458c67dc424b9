package org.sqlxos.wirevm.internal.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.protocol.Slots;

/**
 * Stops what a connection runs, over a connection of its own. A server that does not stop within
 * {@link #GRACE} loses the connection, so that nobody waits for it for ever.
 */
final class Canceller {

  static final Duration GRACE = Duration.ofSeconds(5);

  /** Tells the server. Blocks until it has taken notice. */
  @FunctionalInterface
  interface CancelRequest {
    void send(Slots running);
  }

  private record Sent(Turn turn, CountDownLatch done) {}

  private final CancelRequest request;
  private final AtomicInteger events = new AtomicInteger();
  private volatile @Nullable Sent sent;

  Canceller(CancelRequest request) {
    this.request = request;
  }

  /** Returns at once: that it is to be done once only. */
  boolean cancel(Slots running, Turn turn, WireConnection connection) {
    Sent mine = new Sent(turn, new CountDownLatch(1));
    sent = mine;
    events.incrementAndGet();
    Slots backend = running.copy();
    Thread.ofVirtual().name("sqlx-cancel").start(() -> cancel(backend, mine, connection));
    return false;
  }

  private void cancel(Slots backend, Sent mine, WireConnection connection) {
    try {
      request.send(backend);
    } catch (ProblemException | IllegalStateException | IllegalArgumentException e) {
      // Without an ear for it the server goes on; what is left is to hang up.
      connection.breakOff("the statement was to be stopped, but the server does not listen");
    } finally {
      mine.done().countDown();
    }
    Thread watch = Thread.currentThread();
    long until = System.nanoTime() + GRACE.toNanos();
    while (sent == mine && System.nanoTime() < until && !watch.isInterrupted()) {
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    if (sent == mine) {
      connection.breakOff("the server did not stop the statement");
    }
  }

  /** Grows when a cancel sets out and when it has arrived: what ran meanwhile may be hit by it. */
  int events() {
    return events.get();
  }

  /** A cancel that is still on its way must not hit the statement after this one. */
  void awaitSent(Turn turn) {
    Sent last = sent;
    if (last == null || last.turn() != turn) {
      return;
    }
    try {
      boolean done = last.done().await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      if (done) {
        sent = null;
        events.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
