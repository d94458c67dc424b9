package org.sqlxos.operation.api;

import java.time.Duration;

/**
 * The moment after which nobody waits for an answer any more.
 *
 * @param nanoTime on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

  /** The deadline that lies {@code duration} ahead of now. */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left, in nanoseconds; zero or less once it has passed. */
  public long remainingNanos() {
    return nanoTime - System.nanoTime();
  }

  public boolean passed() {
    return remainingNanos() <= 0;
  }
}
