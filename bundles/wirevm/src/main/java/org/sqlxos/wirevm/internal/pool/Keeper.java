package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/**
 * Looks after the connections that nobody uses, twice a second: whether the other side is still
 * there, which costs no round trip; whether they are too old or not needed; and after the sessions
 * that never come back. So borrowers need not look.
 */
final class Keeper {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long TICK_NANOS = Duration.ofMillis(500).toNanos();
  private static final long STEP_NANOS = Duration.ofMillis(2).toNanos();
  private static final Duration PING_LIMIT = Duration.ofSeconds(2);

  private final ConnectionPool pool;
  private final PoolSettings settings;
  private final PoolSite site;
  private final Thread thread;
  private volatile boolean suspect;

  Keeper(ConnectionPool pool, PoolSettings settings, PoolSite site) {
    this.pool = pool;
    this.settings = settings;
    this.site = site;
    this.thread =
        Thread.ofVirtual().name("sqlx-pool-keep-" + site.database()).unstarted(this::keep);
  }

  void start() {
    thread.start();
  }

  /** A connection was lost: the others may be, too. */
  void suspect() {
    suspect = true;
    LockSupport.unpark(thread);
  }

  private void keep() {
    while (!pool.closed()) {
      LockSupport.parkNanos(this, TICK_NANOS);
      boolean all = suspect;
      suspect = false;
      try {
        look(all);
      } catch (ProblemException | IllegalStateException e) {
        LOG.warn("pool of \"{}\": {}", site.database(), e.getMessage());
      }
    }
  }

  private void look(boolean all) {
    long now = System.nanoTime();
    for (PooledConnection connection : pool.connections().all()) {
      if (now - connection.lastNanos > 0) {
        connection.outdated = true;
      }
      tellLeaks(connection, now);
      if (connection.tryAlone()) {
        if (keep(connection, now, all)) {
          connection.putBack();
        } else {
          pool.retire(connection);
        }
      }
    }
    if (pool.closed()) {
      pool.closeFree();
      return;
    }
    pool.opener().forget();
    pool.line().serve();
    pool.opener().openAsNeeded();
  }

  private boolean keep(PooledConnection connection, long now, boolean at) {
    if (!connection.fit()) {
      return false;
    }
    long idle = connection.idleNanos(now);
    double part = 1 - ThreadLocalRandom.current().nextDouble() / 10;
    long limit = (long) (settings.upkeep().idle().toNanos() * part);
    if (pool.opener().law().surplus(pool.connections().count(), idle, limit)) {
      return false;
    }
    if (idle < TICK_NANOS && !at) {
      return true;
    }
    boolean there = !(connection.session instanceof PeerAware peer) || peer.peerIsThere();
    long ping = settings.upkeep().ping().toNanos();
    if (there && ping > 0 && Math.min(idle, now - connection.checkedNanos) > ping) {
      connection.checkedNanos = now;
      there = answers(connection);
    }
    return there && connection.session.usable();
  }

  private static boolean answers(PooledConnection connection) {
    Deadline deadline = Deadline.in(PING_LIMIT);
    try {
      // What it answers does not matter, nor whether it can.
      connection.session.describe(IntrospectionQuery.VERSION, deadline).ifPresent(Cursor::close);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private void tellLeaks(PooledConnection connection, long now) {
    if (!settings.leak().isPositive()) {
      return;
    }
    Loan holder = connection.holder();
    if (holder != null) {
      tellLeak(holder, now);
    }
    connection.sharers().forEach(sharer -> tellLeak(sharer, now));
  }

  private void tellLeak(Loan session, long now) {
    if (session.heldNanos(now) > settings.leak().toNanos() && session.tellOnce()) {
      pool.counters().leaked.increment();
      LOG.warn(
          "pool of \"{}\": a session was not given back: {}", site.database(), session.told(now));
    }
  }

  /** Waits for what is lent, then stops it, and closes what is free. */
  void drain() {
    LockSupport.unpark(thread);
    long until = System.nanoTime() + settings.patience().drain().toNanos();
    pool.closeFree();
    while (pool.connections().busy() > 0
        && System.nanoTime() - until < 0
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, STEP_NANOS);
      pool.closeFree();
    }
    for (PooledConnection connection : pool.connections().all()) {
      Loan holder = connection.holder();
      if (holder != null) {
        holder.cancel();
      }
      connection.sharers().forEach(Loan::cancel);
    }
  }
}
