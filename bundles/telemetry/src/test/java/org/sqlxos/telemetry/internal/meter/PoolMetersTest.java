package org.sqlxos.telemetry.internal.meter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.PoolState;

class PoolMetersTest {

  private final NodeMeters node = new NodeMeters("1");
  private final PoolMeters meters = new PoolMeters(node);

  /** A pool that has so many connections open. */
  private record Shop(int open) implements PoolReport {
    @Override
    public String name() {
      return "shop";
    }

    @Override
    public List<PoolState> pools() {
      return List.of(
          new PoolState(
              "all",
              8,
              open,
              2,
              1,
              3,
              1,
              new PoolState.Counts(
                  100, 10, 5_000_000_000L, 4, 5, 2_000_000_000L, 6, 7, 8, 9, 10, 11)));
    }
  }

  @AfterEach
  void close() {
    node.close();
  }

  private String scrape() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    node.write(out, "text/plain; version=0.0.4; charset=utf-8");
    return out.toString(StandardCharsets.UTF_8);
  }

  private void requireLine(String line) throws IOException {
    String text = scrape();
    assertTrue(text.contains(line + "\n"), () -> line + " is not in\n" + text);
  }

  @Test
  void tellsWhatAPoolHasAndDoes() throws IOException {
    meters.bindReport(new Shop(5));
    requireLine("sqlx_pool_connections_open{database=\"shop\",pool=\"all\"} 5.0");
    requireLine("sqlx_pool_waiting{database=\"shop\",pool=\"all\"} 3.0");
    requireLine("sqlx_pool_lent_total{database=\"shop\",pool=\"all\"} 100.0");
    requireLine("sqlx_pool_unknown_total{database=\"shop\",pool=\"all\"} 10.0");
    requireLine("sqlx_pool_wait_seconds_count{database=\"shop\",pool=\"all\"} 10");
    requireLine("sqlx_pool_wait_seconds_sum{database=\"shop\",pool=\"all\"} 5.0");
    requireLine("sqlx_pool_open_seconds_sum{database=\"shop\",pool=\"all\"} 2.0");
  }

  @Test
  void tellsOfTheNewerOneWhileADatabaseMovesFromPackToPack() throws IOException {
    PoolReport old = new Shop(5);
    meters.bindReport(old);
    meters.bindReport(new Shop(6));
    requireLine("sqlx_pool_connections_open{database=\"shop\",pool=\"all\"} 6.0");
    meters.unbindReport(old);
    requireLine("sqlx_pool_connections_open{database=\"shop\",pool=\"all\"} 6.0");
  }

  @Test
  void forgetsADatabaseThatHasGone() throws IOException {
    PoolReport report = new Shop(5);
    meters.bindReport(report);
    meters.unbindReport(report);
    assertFalse(scrape().contains("sqlx_pool_"));
  }
}
