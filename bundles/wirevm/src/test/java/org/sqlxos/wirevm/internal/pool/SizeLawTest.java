package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlxos.wirevm.internal.pool.SizeLaw.Load;

class SizeLawTest {

  @Provide
  static Arbitrary<SizeLaw> laws() {
    return Arbitraries.integers()
        .between(1, 256)
        .flatMap(max -> Arbitraries.integers().between(0, max).map(min -> new SizeLaw(min, max)));
  }

  @Provide
  static Arbitrary<Load> loads() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 256),
            Arbitraries.integers().between(0, 256),
            Arbitraries.integers().between(0, 20_000),
            Arbitraries.longs().between(0, 1L << 50),
            Arbitraries.longs().between(0, 1L << 40))
        .as(Load::new);
  }

  @Property
  void opensNoMoreThanThereMayBe(@ForAll("laws") SizeLaw law, @ForAll("loads") Load load) {
    int there = load.open() + load.opening();
    assertTrue(law.toOpen(load) >= 0);
    assertTrue(law.toOpen(load) <= Math.max(0, law.max() - there), law + " " + load);
  }

  @Property
  void fillsUpToTheFewestWhateverTheLoad(@ForAll("laws") SizeLaw law, @ForAll("loads") Load load) {
    assertTrue(load.open() + load.opening() + law.toOpen(load) >= law.min());
  }

  @Property
  void opensNothingBeyondTheFewestForNobody(
      @ForAll("laws") SizeLaw law, @ForAll("loads") Load load) {
    Load quiet = new Load(load.open(), load.opening(), 0, load.rentNanos(), load.priceNanos());
    assertEquals(Math.max(0, law.min() - load.open() - load.opening()), law.toOpen(quiet));
  }

  @Property
  void opensNoFewerForALongerWait(@ForAll("laws") SizeLaw law, @ForAll("loads") Load load) {
    Load longer =
        new Load(
            load.open(),
            load.opening(),
            load.waiting(),
            2 * load.rentNanos() + 1,
            load.priceNanos());
    assertTrue(law.toOpen(longer) >= law.toOpen(load));
  }

  @Property
  void neverLetsAnybodyWaitForAnEmptyPool(@ForAll("laws") SizeLaw law) {
    assertTrue(law.toOpen(new Load(0, 0, 1, 0, 1_000_000)) >= 1);
  }

  /** What is waited for and what is paid for connections stay within twice of each other. */
  @Property
  void paysForConnectionsNoMoreThanWasWaited(
      @ForAll("laws") SizeLaw law, @ForAll("loads") Load load) {
    if (load.open() > 0 && load.open() >= law.min() && load.priceNanos() > 0) {
      assertTrue(law.toOpen(load) * load.priceNanos() <= load.rentNanos());
    }
  }

  @Property
  void closesNothingBelowTheFewest(@ForAll("laws") SizeLaw law) {
    assertFalse(law.surplus(law.min(), Long.MAX_VALUE, 1));
    assertTrue(law.surplus(law.min() + 1, 2, 1));
    assertFalse(law.surplus(law.min() + 1, 1, 1));
  }

  @Example
  void zeroMeansThatNothingIsClosedForBeingIdle() {
    assertFalse(new SizeLaw(0, 8).surplus(8, Long.MAX_VALUE, 0));
  }
}
