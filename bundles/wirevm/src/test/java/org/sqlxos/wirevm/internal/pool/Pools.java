package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Session;

/** The pools of a test; they are closed at its end. */
final class Pools implements AfterEachCallback {

  private final List<ConnectionPool> pools = new ArrayList<>();

  ConnectionPool add(int max, int readersEach, Function<Deadline, ? extends Session> source) {
    return add(settings(0, max, readersEach), source);
  }

  ConnectionPool add(PoolSettings settings, Function<Deadline, ? extends Session> source) {
    ConnectionPool pool = new ConnectionPool(PoolSite.of("shop"), settings, source);
    pools.add(pool);
    return pool;
  }

  /** The usual ones, except that nobody waits long for what a test has not given back. */
  static PoolSettings settings(int min, int max, int readersEach) {
    PoolSettings usual = PoolSettings.of(new PoolSettings.Size(min, max, readersEach));
    PoolSettings.Patience patience = usual.patience();
    return new PoolSettings(
        usual.size(),
        new PoolSettings.Patience(patience.borrow(), patience.outage(), Duration.ofMillis(500)),
        usual.upkeep(),
        usual.lanes(),
        usual.leak());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pools.forEach(ConnectionPool::close);
  }
}
