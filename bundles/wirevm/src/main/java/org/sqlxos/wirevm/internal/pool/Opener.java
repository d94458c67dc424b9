package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Opens connections, on threads of its own: borrowers wait for whatever comes first, a new
 * connection or one that is given back.
 *
 * <p>A database that was reached before and is gone is tried again and again until it is back, by
 * one thread; meanwhile borrowers wait, for as long as an outage may last. One that was never
 * reached is most likely misconfigured: borrowers are told at once.
 */
final class Opener {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(20).toNanos(), Duration.ofMillis(400).toNanos());

  private final ConnectionPool pool;
  private final Function<Deadline, ? extends Session> source;
  private final SizeLaw law;
  private final PoolSettings settings;
  private final AtomicInteger opening = new AtomicInteger();
  private final AtomicBoolean reviving = new AtomicBoolean();
  private final AtomicLong rentNanos = new AtomicLong();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile long priceNanos;
  private volatile long notBeforeNanos = System.nanoTime();
  private volatile boolean reached;
  private volatile @Nullable ProblemException outage;
  private final AtomicLong outageSinceNanos = new AtomicLong();

  Opener(ConnectionPool pool, Function<Deadline, ? extends Session> source, PoolSettings settings) {
    this.pool = pool;
    this.source = source;
    this.settings = settings;
    this.law = new SizeLaw(settings.size().min(), settings.size().max());
  }

  SizeLaw law() {
    return law;
  }

  int opening() {
    return opening.get();
  }

  /** How long it takes to open one; 0 if that is not known. */
  long priceNanos() {
    return priceNanos;
  }

  /** Somebody has waited. */
  void waited(long nanos) {
    rentNanos.addAndGet(nanos);
  }

  /** Somebody reads on a connection that others use, and waits for them for so long. */
  void shared(long nanos) {
    if (nanos > 0 && rentNanos.addAndGet(nanos) >= priceNanos) {
      openAsNeeded(1);
    }
  }

  /** Old waits count less and less. */
  void forget() {
    rentNanos.updateAndGet(rent -> rent / 2);
  }

  /** Opens as many as the law says. */
  void openAsNeeded() {
    openAsNeeded(0);
  }

  private void openAsNeeded(int sharing) {
    if (pool.connections().count() >= settings.size().max()) {
      return;
    }
    int waiting = pool.line().served() + sharing;
    int count;
    synchronized (this) {
      // In this order: one that is opened meanwhile is counted twice rather than not at all.
      int underWay = opening.get();
      int open = pool.connections().count();
      boolean resting = open > 0 && System.nanoTime() - notBeforeNanos < 0;
      if (pool.closed() || reviving.get() || resting) {
        return;
      }
      count = law.toOpen(new SizeLaw.Load(open, underWay, waiting, rentNanos.get(), priceNanos));
      if (count == 0) {
        return;
      }
      opening.addAndGet(count);
      rentNanos.set(0);
    }
    for (int i = 0; i < count; i++) {
      Thread.ofVirtual().name("sqlx-pool-open-" + pool.site().database()).start(this::open);
    }
  }

  private void open() {
    boolean reviver = false;
    try {
      while (!pool.closed() && !attempt()) {
        reviver = reviver || becomeReviver();
        if (!reviver) {
          return;
        }
        LockSupport.parkNanos(
            BACKOFF.nanos(Math.max(1, failures.get()), ThreadLocalRandom.current()::nextDouble));
      }
    } finally {
      opening.decrementAndGet();
      if (reviver) {
        reviving.set(false);
      }
    }
    openAsNeeded();
  }

  private boolean becomeReviver() {
    boolean needed = reached || settings.size().min() > 0 || pool.line().any();
    return pool.connections().count() == 0 && needed && reviving.compareAndSet(false, true);
  }

  /** Whether it is done, or nothing can be done. */
  private boolean attempt() {
    long begun = System.nanoTime();
    Session session;
    try {
      session = source.apply(Deadline.in(LIMIT));
    } catch (ProblemException e) {
      failed(e);
      return false;
    } catch (IllegalStateException | IllegalArgumentException e) {
      failed(
          new ProblemException(
              WireProblem.CANNOT_OPEN
                  .problem("Opening a connection failed: " + e.getMessage())
                  .problem(),
              e));
      return false;
    }
    opened(session, System.nanoTime() - begun);
    return true;
  }

  private void opened(Session session, long nanos) {
    priceNanos = priceNanos == 0 ? nanos : priceNanos + (nanos - priceNanos) / 4;
    pool.counters().opened.increment();
    pool.counters().openingNanos.add(nanos);
    reached = true;
    outage = null;
    outageSinceNanos.set(0);
    failures.set(0);
    notBeforeNanos = System.nanoTime();
    long lifetime = settings.upkeep().lifetime().toNanos();
    double part = 1 - ThreadLocalRandom.current().nextDouble() / 10;
    pool.add(
        new PooledConnection(
            session, lifetime <= 0 ? Long.MAX_VALUE / 2 : (long) (lifetime * part)));
    if (pool.closed()) {
      pool.closeFree();
    }
  }

  private void failed(ProblemException e) {
    pool.counters().refused.increment();
    int inRow = failures.incrementAndGet();
    notBeforeNanos =
        System.nanoTime() + BACKOFF.nanos(inRow, ThreadLocalRandom.current()::nextDouble);
    if (pool.connections().count() > 0) {
      return;
    }
    outage = e;
    outageSinceNanos.compareAndSet(0, System.nanoTime());
    if (!reached || overdue()) {
      pool.line().endAll(new Waiter.Refused(e));
    }
  }

  /** The last connection was lost: if no other can be opened, the outage began now. */
  void lostAll() {
    outageSinceNanos.compareAndSet(0, System.nanoTime());
  }

  private boolean overdue() {
    long since = outageSinceNanos.get();
    return since != 0 && System.nanoTime() - since > settings.patience().outage().toNanos();
  }

  /** Why nothing can be opened; null if it can be, as far as is known. */
  @Nullable ProblemException outage() {
    return outage;
  }

  /** Refuses whoever would wait for a database that has been gone for too long. */
  void requireHope() {
    ProblemException reason = outage;
    if (reason != null && reviving.get() && reached && overdue()) {
      throw new ProblemException(reason.problem(), reason);
    }
  }
}
