package org.sqlxos.wirevm.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pool.PoolSettings;

class PoolOptionsTest {

  private static PoolOptions of(String url) {
    return PoolOptions.of("shop", new PoolOptions.Sizes(1, 8), ConnectionUrl.parse(url));
  }

  @Test
  void leavesThePackItsOwnParameters() {
    assertEquals("db://h/shop?a=1&b=2", text(of("db://h/shop?a=1&pool_max=4&b=2")));
    assertEquals("db://h/shop", text(of("db://h/shop?pool_max=4")));
    assertEquals("file:shop.db", text(of("file:shop.db")));
  }

  private static String text(PoolOptions options) {
    return options.url().scheme() + ":" + options.url().rest();
  }

  @Test
  void theUrlGoesBeforeTheConfiguration() {
    assertEquals(new PoolSettings.Size(1, 8, 256), of("db://h/shop").settings().size());
    assertEquals(
        new PoolSettings.Size(2, 4, 16),
        of("db://h/shop?pool_min=2&pool_max=4&pool_readers=16").settings().size());
    assertEquals(8, of("db://h/shop?pool_min=8").settings().size().min());
  }

  @Test
  void readsTimesAndShares() {
    PoolSettings settings =
        of("db://h/shop?pool_wait=2&pool_idle=0&pool_slow=50ms&pool_reserved=40&pool_leak=1min")
            .settings();
    assertEquals(Duration.ofSeconds(2), settings.patience().borrow());
    assertEquals(Duration.ZERO, settings.upkeep().idle());
    assertEquals(Duration.ofMillis(50), settings.lanes().slow());
    assertEquals(0.4, settings.lanes().reserved());
    assertEquals(Duration.ofMinutes(1), settings.leak());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool_max=0",
        "pool_max=257",
        "pool_max=many",
        "pool_min=9",
        "pool_wait=soon",
        "pool_reserved=101",
        "pool_size=3"
      })
  void refusesWhatDoesNotFit(String parameter) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> of("db://h/shop?" + parameter));
    assertSame(WireProblem.DATABASE_MISCONFIGURED, refusal.problem().code());
  }
}
