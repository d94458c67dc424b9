package org.sqlxos.testkit.fault;

import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/** Faults by chance: the same for the same seed. */
public final class RandomFaults implements Supplier<Fault> {

  private static final int MOST_BYTES = 600;
  private static final int MOST_MILLIS = 30;

  private final Random random;

  public RandomFaults(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized Fault get() {
    int bytes = random.nextInt(MOST_BYTES);
    Duration time = Duration.ofMillis(random.nextInt(1, MOST_MILLIS));
    return switch (random.nextInt(6)) {
      case 0 -> new Fault.Cut(bytes);
      case 1 -> new Fault.Reset(bytes);
      case 2 -> new Fault.Delay(time.dividedBy(8));
      case 3 -> new Fault.Stall(bytes, time);
      case 4 -> new Fault.HalfClose(bytes);
      default -> new Fault.SingleBytes();
    };
  }
}
