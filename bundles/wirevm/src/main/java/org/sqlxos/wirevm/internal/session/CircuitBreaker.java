package org.sqlxos.wirevm.internal.session;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.sqlxos.wirevm.internal.pool.Backoff;

/**
 * Keeps those who connect from a server that does not answer. Closed at first; open after some
 * failures in a row, for a little longer each time; then half open: one is let through, and what
 * becomes of it decides.
 */
final class CircuitBreaker {

  private static final int FAILURES = 2;
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(100).toNanos(), Duration.ofMillis(800).toNanos());

  private final DoubleSupplier chance;
  private int failures;
  private long untilNanos;
  private boolean trying;

  CircuitBreaker(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** Whether somebody may try; who is told so says what became of it. */
  synchronized boolean allows(long nowNanos) {
    if (failures < FAILURES) {
      return true;
    }
    if (trying || nowNanos - untilNanos < 0) {
      return false;
    }
    trying = true;
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
    trying = false;
  }

  synchronized void failed(long nowNanos) {
    failures++;
    trying = false;
    if (failures >= FAILURES) {
      untilNanos = nowNanos + BACKOFF.nanos(failures - FAILURES + 1, chance);
    }
  }
}
