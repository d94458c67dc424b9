package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class StatementTimesTest {

  @Property
  void knowsWhatOneStatementAlwaysTakes(
      @ForAll String text, @ForAll @LongRange(min = 1_000, max = 1L << 40) long nanos) {
    StatementTimes times = new StatementTimes();
    for (int i = 0; i < 20; i++) {
      times.observe(text, nanos);
    }
    assertEquals(nanos / 1000 * 1000, times.nanos(text));
    double usual = times.usualNanos();
    assertTrue(Math.abs(usual / nanos - 1) < 0.01, usual + " for " + nanos);
  }

  @Example
  void forgivesAStatementThatWasSlowOnce() {
    StatementTimes times = new StatementTimes();
    times.observe("SELECT 1", 10_000_000_000L);
    int observations = 0;
    while (times.nanos("SELECT 1") > 100_000_000) {
      times.observe("SELECT 1", 1_000_000);
      observations++;
    }
    assertTrue(observations < 20, observations + " observations");
  }

  @Example
  void aFewVeryLongOnesDoNotChangeWhatIsUsual() {
    StatementTimes times = new StatementTimes();
    for (int i = 0; i < 10_000; i++) {
      times.observe("s" + i % 7, i % 100 == 0 ? 5_000_000_000L : 200_000);
    }
    assertTrue(times.usualNanos() < 1_000_000, times.usualNanos() + " ns");
  }

  @Example
  void knowsNothingOfWhatItHasNotSeen() {
    StatementTimes times = new StatementTimes();
    assertEquals(0, times.nanos("SELECT 1"));
    assertEquals(0, times.usualNanos());
  }

  @Example
  void whereAllIsSlowNothingIs() {
    LaneLaw law = new LaneLaw(100_000_000, 4);
    assertEquals(100_000_000, law.limitNanos(1_000_000));
    assertTrue(law.limitNanos(1_000_000_000) > 1_000_000_000);
    assertEquals(Long.MAX_VALUE, new LaneLaw(0, 4).limitNanos(1));
  }

  @Property
  void aLineOnOneConnectionIsAsLongAsItIsServedSoon(
      @ForAll @LongRange(min = 1, max = 1L << 40) long usualNanos) {
    int readers = new LaneLaw(100_000_000, 4).readers(256, usualNanos);
    assertTrue(readers >= 2 && readers <= 256);
    assertTrue(readers == 2 || readers * usualNanos <= 10_000_000, readers + " readers");
  }
}
