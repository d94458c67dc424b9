package org.sqlxos.benchmarks.pool;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was measured, in nanoseconds, each caller for itself and then together. */
final class Latencies {

  private final ConcurrentLinkedQueue<long[]> parts = new ConcurrentLinkedQueue<>();

  void add(long[] measured, int count) {
    parts.add(Arrays.copyOf(measured, count));
  }

  /** All of them in order. */
  long[] sorted() {
    return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  static double percentileMillis(long[] sorted, double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
  }
}
