package org.sqlxos.testkit.await;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until something holds, or fails with the state that was seen last.
 *
 * <p>The condition is asked on the calling thread, at once and then every few milliseconds, and one
 * last time when the limit has passed. What a condition throws is thrown on: a condition that may
 * fail while it waits has to say so in its own code.
 */
public final class Await {

  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Await() {}

  /**
   * Waits until the condition is true.
   *
   * @param what what is waited for, as it completes "waited for"; part of the error
   * @param limit how long at most
   * @throws AssertionError if the limit passes, or the thread is interrupted
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    until(what, limit, condition::getAsBoolean, holds -> holds);
  }

  /**
   * Waits until the state is as wanted.
   *
   * @param what what is waited for, as it completes "waited for"; part of the error
   * @param limit how long at most
   * @param state asked again and again; its {@code toString} is part of the error
   * @return the first state that was as wanted
   * @throws AssertionError if the limit passes, or the thread is interrupted
   */
  public static <T extends @Nullable Object> T until(
      String what, Duration limit, Supplier<? extends T> state, Predicate<? super T> wanted) {
    long start = System.nanoTime();
    long pauseNanos = FIRST_PAUSE_NANOS;
    while (true) {
      // Read before the state: a state that is right at the very end still counts.
      long remainingNanos = limit.toNanos() - (System.nanoTime() - start);
      T seen = state.get();
      if (wanted.test(seen)) {
        return seen;
      }
      if (remainingNanos <= 0) {
        throw new AssertionError(
            "Waited %d ms for %s; last seen: %s".formatted(limit.toMillis(), what, seen));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new AssertionError(
            "Interrupted while waiting for %s; last seen: %s".formatted(what, seen));
      }
      LockSupport.parkNanos(Math.min(pauseNanos, remainingNanos));
      pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }
  }
}
