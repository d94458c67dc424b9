package org.sqlxos.benchmarks.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Virtual threads that call one pool again and again, some of the calls slow ones. */
final class Callers {

  private static final int MOST_MEASURED = 200_000;

  /**
   * What they call.
   *
   * @param usual the statement of most calls, which are measured
   * @param slow the statement of the others
   * @param slowPercent how many of a hundred are slow
   */
  record Statements(String usual, String slow, double slowPercent) {}

  /**
   * What came of it.
   *
   * @param sorted how long the usual calls took, in order
   * @param callsPerSecond of both kinds
   */
  record Measured(long[] sorted, double callsPerSecond) {}

  private Callers() {}

  /** Calls for a time to get going, and then for one that counts. */
  static Measured run(
      Contender pool, int callers, Statements statements, List<Duration> warmUpAndMeasured)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    AtomicLong calls = new AtomicLong();
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    long from = System.nanoTime() + warmUpAndMeasured.getFirst().toNanos();
    long until = from + warmUpAndMeasured.getLast().toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      int seed = i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      call(pool, statements, new Span(from, until), seed, latencies, calls);
                    } catch (Exception e) {
                      failure.set(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a call failed", failed);
    }
    return new Measured(
        latencies.sorted(), calls.get() / (warmUpAndMeasured.getLast().toMillis() / 1000.0));
  }

  private record Span(long from, long until) {}

  private static void call(
      Contender pool,
      Statements statements,
      Span span,
      int seed,
      Latencies latencies,
      AtomicLong calls)
      throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    long[] measured = new long[64];
    int count = 0;
    int counted = 0;
    while (true) {
      boolean slow = random.nextDouble(100) < statements.slowPercent();
      long begun = System.nanoTime();
      if (begun - span.until() >= 0) {
        break;
      }
      pool.run(slow ? statements.slow() : statements.usual());
      long ended = System.nanoTime();
      if (begun - span.from() >= 0) {
        counted++;
        if (!slow && count < MOST_MEASURED) {
          if (count == measured.length) {
            measured = java.util.Arrays.copyOf(measured, 2 * count);
          }
          measured[count++] = ended - begun;
        }
      }
    }
    latencies.add(measured, count);
    calls.addAndGet(counted);
  }
}
