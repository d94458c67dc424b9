package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BackoffTest {

  @Property
  void waitsBetweenHalfAndAllOfWhatItMay(
      @ForAll @LongRange(min = 1, max = 1L << 40) long first,
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    Backoff backoff = new Backoff(first, 8 * first);
    long full = first * Math.min(8, 1L << Math.min(3, failures - 1));
    long nanos = backoff.nanos(failures, () -> chance);
    assertTrue(nanos <= full && nanos >= full / 2, nanos + " of " + full);
  }

  @Property
  void neverWaitsLessAfterMoreFailures(
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    Backoff backoff = new Backoff(1_000, 1L << 50);
    assertTrue(backoff.nanos(failures, () -> chance) <= backoff.nanos(failures + 1, () -> chance));
  }
}
