package org.sqlxos.wirevm.internal.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.Session;

/**
 * A connection of a pool, and who uses it. Hot code: whoever takes and leaves it changes one
 * number, without a lock.
 */
final class PooledConnection {

  private static final int ALONE = -1;
  private static final int RETIRED = -2;

  final Session session;
  final long bornNanos = System.nanoTime();

  /** When it is too old. */
  final long lastNanos;

  /** How many share it; or one of the constants above. */
  private final AtomicInteger users = new AtomicInteger(ALONE);

  /** How many statements are on their way. */
  private final AtomicInteger statements = new AtomicInteger();

  // Written without a fence, like all that changes with every loan.
  private static final AtomicReferenceFieldUpdater<PooledConnection, Loan> HOLDER =
      AtomicReferenceFieldUpdater.newUpdater(PooledConnection.class, Loan.class, "holder");

  private final Set<Loan> sharers = ConcurrentHashMap.newKeySet(0);
  private volatile @Nullable Loan holder;

  /** Somebody waits to have it alone: no reader joins any more. */
  volatile boolean draining;

  /** To be closed as soon as nobody uses it. */
  volatile boolean outdated;

  /** Whoever has it alone runs a statement that is known to be slow. */
  volatile boolean slow;

  /** Since when the first statement on its way has had the server, as far as can be seen. */
  private volatile long progressNanos;

  /** Written before {@link #users}, and read after it. */
  private long freeSinceNanos = System.nanoTime();

  /** When its peer was last heard of, or seen to be there. */
  volatile long checkedNanos = System.nanoTime();

  /** Taken by whoever makes it. */
  PooledConnection(Session session, long lifetimeNanos) {
    this.session = session;
    this.lastNanos = bornNanos + lifetimeNanos;
  }

  boolean tryAlone() {
    return users.get() == 0 && users.compareAndSet(0, ALONE);
  }

  /** Takes a place among the readers, if there are as many as were seen. */
  boolean tryJoin(int seen) {
    return users.compareAndSet(seen, seen + 1);
  }

  /** How many share it; less than 0 if nobody can join. */
  int users() {
    return users.get();
  }

  boolean free() {
    return users.get() == 0;
  }

  /** It is alone with whoever calls this, and goes to whoever takes it next. */
  void release() {
    freeSinceNanos = System.nanoTime();
    users.set(0);
  }

  /** The same for whoever only looked after it: it rests on. */
  void putBack() {
    users.set(0);
  }

  /** One reader less; whether that was the last. */
  boolean leave() {
    freeSinceNanos = System.nanoTime();
    return users.decrementAndGet() == 0;
  }

  /** Nobody gets it any more. By whoever has it alone. */
  void retire() {
    users.set(RETIRED);
  }

  boolean fit() {
    return !outdated && session.usable();
  }

  long idleNanos(long now) {
    return now - freeSinceNanos;
  }

  void lentAlone(Loan to) {
    HOLDER.lazySet(this, to);
  }

  void lentToo(Loan to) {
    sharers.add(to);
  }

  void back(Loan from, boolean alone) {
    if (alone) {
      HOLDER.lazySet(this, null);
      if (slow) {
        slow = false;
      }
    } else {
      sharers.remove(from);
    }
  }

  @Nullable Loan holder() {
    return holder;
  }

  Set<Loan> sharers() {
    return sharers;
  }

  /** A statement begins; what this returns belongs to {@link #end}. */
  long begin() {
    long now = System.nanoTime();
    if (statements.getAndIncrement() == 0) {
      progressNanos = now;
    }
    return now;
  }

  /**
   * A statement has been answered.
   *
   * @return for how long it had the server: answers come in order, so that was not before the
   *     statement ahead of it was answered
   */
  long end(long begunNanos) {
    long now = System.nanoTime();
    long before = progressNanos;
    progressNanos = now;
    statements.decrementAndGet();
    return Math.max(0, now - Math.max(begunNanos, before));
  }

  /** Whether what it runs takes longer than that. */
  boolean runsLongerThan(long nanos, long now) {
    return statements.get() > 0 && now - progressNanos > nanos;
  }
}
