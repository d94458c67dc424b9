package org.sqlxos.security.internal.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sqlxos.security.internal.policy.Rate;

class BucketsTest {

  private static final Rate RATE = new Rate(2, 3);

  private final AtomicLong now = new AtomicLong();
  private final Buckets buckets = new Buckets(now::get);

  @Test
  void permitsABurstAndThenTheRate() {
    for (int i = 2; i >= 0; i--) {
      assertEquals(i, buckets.take("a", RATE).remaining());
    }
    Buckets.Level empty = buckets.take("a", RATE);
    assertFalse(empty.permitted());
    assertEquals(1, empty.retrySeconds());
    assertEquals(2, empty.fullSeconds());
    now.addAndGet(500_000_000L);
    assertTrue(buckets.take("a", RATE).permitted());
    assertFalse(buckets.take("a", RATE).permitted());
  }

  @Test
  void keepsNamesApart() {
    for (int i = 0; i < 4; i++) {
      buckets.take("a", RATE);
    }
    assertTrue(buckets.take("b", RATE).permitted());
  }

  @Test
  void fillsNoFurtherThanTheBurst() {
    buckets.take("a", RATE);
    now.addAndGet(3_600_000_000_000L);
    assertEquals(2, buckets.take("a", RATE).remaining());
  }
}
