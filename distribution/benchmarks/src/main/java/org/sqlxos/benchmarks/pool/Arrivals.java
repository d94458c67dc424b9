package org.sqlxos.benchmarks.pool;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Calls that come when they come, whether or not those before have been answered, each on a virtual
 * thread: the times between them are exponential, and the same for each contender. A call is
 * measured from when it should have begun, so that nothing that holds it up is left out.
 */
final class Arrivals {

  private static final long SEED = 20261121;

  private Arrivals() {}

  /** The usual calls' times in order; those of the first span are not counted. */
  static long[] run(
      Contender pool, int perSecond, Callers.Statements statements, List<Duration> spans)
      throws InterruptedException {
    Latencies latencies = new Latencies();
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    SplittableRandom random = new SplittableRandom(SEED);
    Phaser running = new Phaser(1);
    long begin = System.nanoTime();
    long from = begin + spans.getFirst().toNanos();
    long until = from + spans.getLast().toNanos();
    long next = begin;
    while (next - until < 0) {
      next += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / perSecond);
      boolean slow = random.nextDouble(100) < statements.slowPercent();
      long due = next;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      running.register();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  pool.run(slow ? statements.slow() : statements.usual());
                  if (!slow && due - from >= 0) {
                    latencies.add(new long[] {System.nanoTime() - due}, 1);
                  }
                } catch (Exception e) {
                  failure.set(e);
                } finally {
                  running.arriveAndDeregister();
                }
              });
    }
    running.arriveAndAwaitAdvance();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a call failed", failed);
    }
    return latencies.sorted();
  }
}
