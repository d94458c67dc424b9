package org.sqlxos.benchmarks.pool;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.fault.Ledger;
import org.sqlxos.testkit.fault.Load;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;
import org.sqlxos.wirepack.api.PoolState;
import org.sqlxos.wirevm.internal.database.PooledDatabase;

/** A primary is killed under load, and its standby promoted at once. */
final class FailOver {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * What came of it.
   *
   * @param detectedMillis from the kill until the pool knew of a lost connection
   * @param restoredMillis from the kill until a write was acknowledged again
   * @param acknowledged how many writes were acknowledged
   * @param wrong what the new primary has otherwise; empty if nothing
   */
  record Result(long detectedMillis, long restoredMillis, long acknowledged, String wrong) {}

  private FailOver() {}

  static Result run() {
    try (PrivateServer primary = PrivateServer.start(DatabaseServer.POSTGRESQL_15);
        PrivateServer standby = primary.standby()) {
      primary.ask(Ledger.table());
      String place = "127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port();
      try (OursContender ours =
          new OursContender(primary.url(place) + "?sslmode=disable&pool_max=8")) {
        return run(ours.database(), primary, standby);
      }
    }
  }

  private static Result run(PooledDatabase database, PrivateServer primary, PrivateServer standby) {
    Ledger ledger = new Ledger("$1");
    long detected;
    long restored;
    try (Load load = new Load(database, ledger, () -> Deadline.in(LIMIT)).start(8, 8)) {
      Await.until("work", LIMIT, () -> load.reads() > 1000 && ledger.acknowledged() > 1000);
      Thread promotion =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    standby.promote();
                  });
      long killed = System.nanoTime();
      primary.kill();
      long before = ledger.acknowledged();
      promotion.start();
      Await.until("the loss is known", LIMIT, () -> lost(database) > 0);
      detected = System.nanoTime() - killed;
      Await.until("writes are acknowledged", LIMIT, () -> ledger.acknowledged() > before);
      restored = System.nanoTime() - killed;
      Await.until("work", LIMIT, () -> ledger.acknowledged() > before + 1000);
    }
    String ids =
        Objects.requireNonNull(standby.ask("SELECT string_agg(id::text, ',') FROM ledger"));
    List<Long> rows = Arrays.stream(ids.split(",", -1)).map(Long::parseLong).toList();
    return new Result(
        detected / 1_000_000, restored / 1_000_000, ledger.acknowledged(), ledger.compare(rows));
  }

  private static long lost(PooledDatabase database) {
    return database.pools().stream().map(PoolState::counts).mapToLong(PoolState.Counts::lost).sum();
  }
}
