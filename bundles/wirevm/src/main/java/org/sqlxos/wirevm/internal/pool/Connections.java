package org.sqlxos.wirevm.internal.pool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open. Hot code: taking one changes one number of one connection; the
 * array is replaced when one comes or goes, so that whoever looks through it needs no lock.
 *
 * <p>Always looked through from its beginning: who comes first finds warm connections, and those at
 * the end rest for long enough to be closed.
 */
final class Connections {

  private static final int HOMES = 2 * Runtime.getRuntime().availableProcessors();

  private final int readersEach;
  private final StatementTimes times;
  private final LaneLaw lanes;
  private volatile PooledConnection[] all = {};

  Connections(int readersEach, StatementTimes times, LaneLaw lanes) {
    this.readersEach = readersEach;
    this.times = times;
    this.lanes = lanes;
  }

  PooledConnection[] all() {
    return all;
  }

  int count() {
    return all.length;
  }

  synchronized void add(PooledConnection connection) {
    PooledConnection[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = connection;
    all = more;
  }

  /** Whether it was there. */
  synchronized boolean remove(PooledConnection connection) {
    PooledConnection[] fewer =
        Arrays.stream(all).filter(each -> each != connection).toArray(PooledConnection[]::new);
    boolean there = fewer.length < all.length;
    all = fewer;
    return there;
  }

  /** One that nobody uses; it is the caller's alone. */
  @Nullable PooledConnection takeAlone() {
    PooledConnection[] now = all;
    int homes = Math.min(HOMES, now.length);
    if (homes > 1) {
      // Threads that run at the same time begin at different ones.
      PooledConnection home = now[(int) (Thread.currentThread().threadId() % homes)];
      if (home.tryAlone()) {
        return home;
      }
    }
    for (PooledConnection connection : now) {
      if (connection.tryAlone()) {
        return connection;
      }
    }
    return null;
  }

  /**
   * A place on the one with the fewest readers.
   *
   * @param inTurn whether it is the caller's turn even before a writer that waits
   */
  @Nullable PooledConnection takeShared(boolean inTurn) {
    int most = lanes.readers(readersEach, times.usualNanos());
    while (true) {
      PooledConnection best = null;
      int fewest = most;
      long now = 0;
      for (PooledConnection connection : all) {
        int users = connection.users();
        if (users < 0 || users >= fewest || (connection.draining && !(inTurn && users == 0))) {
          continue;
        }
        if (users > 0) {
          now = now == 0 ? System.nanoTime() : now;
          if (!connection.fit() || blocked(connection, now)) {
            continue;
          }
        }
        best = connection;
        fewest = users;
        if (users == 0) {
          break;
        }
      }
      if (best == null || best.tryJoin(fewest)) {
        return best;
      }
    }
  }

  /** Whether who joins would have to wait for something long. */
  private boolean blocked(PooledConnection connection, long now) {
    return connection.session instanceof Multiplexed lane && lane.occupied()
        || connection.runsLongerThan(limitNanos(), now);
  }

  /** What takes longer than this is slow. */
  long limitNanos() {
    return lanes.limitNanos(times.usualNanos());
  }

  /** How many are busy with what takes long, known to be or found to be. */
  int slow() {
    long limit = limitNanos();
    long now = System.nanoTime();
    int slow = 0;
    for (PooledConnection connection : all) {
      if (connection.users() != 0 && (connection.slow || connection.runsLongerThan(limit, now))) {
        slow++;
      }
    }
    return slow;
  }

  int busy() {
    int busy = 0;
    for (PooledConnection connection : all) {
      if (!connection.free()) {
        busy++;
      }
    }
    return busy;
  }

  /** Keeps readers off so many connections, those with the fewest, so that they come free. */
  synchronized void drain(int wanted) {
    int draining = 0;
    for (PooledConnection connection : all) {
      if (connection.draining) {
        connection.draining = ++draining <= wanted;
      }
    }
    while (draining < Math.min(wanted, all.length)) {
      PooledConnection fewest = null;
      for (PooledConnection connection : all) {
        if (!connection.draining && (fewest == null || connection.users() < fewest.users())) {
          fewest = connection;
        }
      }
      if (fewest == null) {
        return;
      }
      fewest.draining = true;
      draining++;
    }
  }
}
