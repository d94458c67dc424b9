package org.sqlxos.wirevm.internal.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.protocol.Slots;

/**
 * Stops what a connection runs, over a connection of its own. A server that does not stop within
 * {@link #GRACE} loses the connection, so that nobody waits for it for ever.
 */
final class Canceller {

  static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration LATE = Duration.ofSeconds(1);

  /** Tells the server. Blocks until it has taken notice. */
  @FunctionalInterface
  interface CancelRequest {
    void send(Slots running);
  }

  private record Sent(Turn turn, CountDownLatch done) {}

  private final CancelRequest request;
  private volatile @Nullable Sent sent;
  private volatile long lastNanos;
  private volatile boolean used;

  Canceller(CancelRequest request) {
    this.request = request;
  }

  /** Where a protocol has no word for it, what is left is to hang up. */
  static CancelRequest hangingUp() {
    return _ -> {
      throw new IllegalStateException("the protocol has no word to stop a statement");
    };
  }

  /** Returns at once: that it is to be done once only. */
  boolean cancel(Slots running, Turn turn, WireConnection connection) {
    Sent mine = new Sent(turn, new CountDownLatch(1));
    sent = mine;
    noticed();
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

  private void noticed() {
    lastNanos = System.nanoTime();
    used = true;
  }

  /**
   * Whether a cancel may have hit what began at a time: one was on its way then or later, or had
   * just arrived. Servers take notice a little later than they say.
   */
  boolean mayHaveHit(long beganNanos) {
    return sent != null || used && lastNanos - beganNanos > -LATE.toNanos();
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
        noticed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
