package org.sqlxos.wirevm.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CircuitBreakerTest {

  private static final long SECOND = 1_000_000_000;

  private final CircuitBreaker breaker = new CircuitBreaker(() -> 0);

  @Example
  void isClosedUntilThereWereFailuresInARow() {
    breaker.failed(0);
    assertTrue(breaker.allows(0));
    breaker.succeeded();
    breaker.failed(0);
    assertTrue(breaker.allows(0));
  }

  @Example
  void opensAfterFailuresAndLetsOneThroughAfterATime() {
    breaker.failed(0);
    breaker.failed(0);
    assertFalse(breaker.allows(0));
    assertTrue(breaker.allows(SECOND));
    assertFalse(breaker.allows(SECOND), "a second one");
    breaker.succeeded();
    assertTrue(breaker.allows(SECOND));
    assertTrue(breaker.allows(SECOND));
  }

  @Example
  void opensAgainIfTheOneThatWasLetThroughFails() {
    breaker.failed(0);
    breaker.failed(0);
    assertTrue(breaker.allows(SECOND));
    breaker.failed(SECOND);
    assertFalse(breaker.allows(SECOND));
    assertTrue(breaker.allows(2 * SECOND));
  }

  @Property
  void letsSomebodyThroughWithinASecondHoweverOftenItFailed(
      @ForAll @IntRange(min = 2, max = 1000) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    CircuitBreaker any = new CircuitBreaker(() -> chance);
    for (int i = 0; i < failures; i++) {
      any.failed(0);
    }
    assertFalse(any.allows(0));
    assertEquals(true, any.allows(SECOND));
  }
}
