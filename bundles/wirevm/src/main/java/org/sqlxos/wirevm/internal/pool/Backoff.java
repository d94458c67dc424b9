package org.sqlxos.wirevm.internal.pool;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before something is tried again: twice as long each time, up to a bound, and by
 * chance up to half of it less, so that those who failed together do not come back together.
 *
 * @param firstNanos after the first failure
 * @param mostNanos never longer
 */
public record Backoff(long firstNanos, long mostNanos) {

  public Backoff {
    if (firstNanos < 1 || mostNanos < firstNanos) {
      throw new IllegalArgumentException("from " + firstNanos + " to " + mostNanos + " ns");
    }
  }

  /**
   * @param failures how many there were in a row, at least 1
   * @param chance gives numbers from 0 to 1
   */
  public long nanos(int failures, DoubleSupplier chance) {
    int doublings = Math.clamp(failures - 1, 0, Long.numberOfLeadingZeros(firstNanos) - 1);
    long full = Math.min(mostNanos, firstNanos << doublings);
    return full - (long) (full / 2.0 * chance.getAsDouble());
  }
}
