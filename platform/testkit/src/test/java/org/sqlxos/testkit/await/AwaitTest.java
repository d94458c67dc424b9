package org.sqlxos.testkit.await;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void returnsAtOnceWhatIsAlreadyAsWanted() {
    assertEquals("ready", Await.until("the word", Duration.ZERO, () -> "ready", "ready"::equals));
  }

  @Test
  void asksAgainUntilTheStateIsAsWanted() {
    AtomicInteger asked = new AtomicInteger();

    assertEquals(5, Await.until("the fifth", LONG, asked::incrementAndGet, count -> count == 5));
  }

  @Test
  void seesWhatAnotherThreadDoes() throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    Thread other = Thread.ofVirtual().start(latch::countDown);

    Await.until("the latch", LONG, () -> latch.getCount() == 0);

    other.join();
  }

  @Test
  void tellsTheStateLastSeenWhenTheLimitHasPassed() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> Await.until("a row", Duration.ofMillis(3), () -> "no rows", "one row"::equals));

    assertEquals("Waited 3 ms for a row; last seen: no rows", error.getMessage());
  }

  @Test
  void endsWhenTheThreadIsInterruptedAndLeavesTheMark() {
    Thread.currentThread().interrupt();

    AssertionError error =
        assertThrows(AssertionError.class, () -> Await.until("nothing", LONG, () -> false));

    assertTrue(Thread.interrupted());
    assertEquals("Interrupted while waiting for nothing; last seen: false", error.getMessage());
  }
}
