package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Sessions of one database. Whoever waits longest gets the next one. Where the database takes only
 * so many writers, these have places of their own: they queue here, where waiting costs nothing and
 * is fair, and readers cannot starve them.
 *
 * <p>Sessions are opened when they are needed; the one given back last is lent first, so that what
 * it has prepared and cached is used.
 */
public final class SessionPool implements Pool {

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final String database;
  private final PoolSize size;
  private final Function<Deadline, Session> opener;
  private final Semaphore places;
  private final @Nullable Semaphore writerPlaces;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Set<PooledSession> lent = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param database the configured name, for messages
   * @param opener opens a session
   */
  public SessionPool(String database, PoolSize size, Function<Deadline, Session> opener) {
    this.database = database;
    this.size = size;
    this.opener = opener;
    this.places = new Semaphore(size.sessions(), true);
    this.writerPlaces = size.writers() == 0 ? null : new Semaphore(size.writers(), true);
  }

  @Override
  public Session borrow(Access access, Deadline deadline) throws PoolClosed {
    Semaphore place = place(access);
    if (!acquire(place, deadline)) {
      throw exhausted(access, place);
    }
    boolean lentOut = false;
    try {
      if (closed) {
        throw new PoolClosed();
      }
      PooledSession session = new PooledSession(this, place, usable(deadline));
      lent.add(session);
      lentOut = true;
      return session;
    } finally {
      if (!lentOut) {
        place.release();
      }
    }
  }

  private Semaphore place(Access access) {
    return switch (access) {
      case READ -> places;
      case WRITE -> writerPlaces == null ? places : writerPlaces;
    };
  }

  private boolean acquire(Semaphore place, Deadline deadline) {
    try {
      return place.tryAcquire(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WireProblem.CANCELLED.problem("Waiting for a session was cancelled");
    }
  }

  private RuntimeException exhausted(Access access, Semaphore place) {
    int most = access == Access.WRITE && size.writers() > 0 ? size.writers() : size.sessions();
    return WireProblem.POOL_EXHAUSTED.problem(
        "No session of \"%s\" became free in time: %d of %d for %s are in use, %d wait"
            .formatted(
                database,
                most - place.availablePermits(),
                most,
                access == Access.WRITE ? "writing" : "reading",
                place.getQueueLength()),
        "Try again, allow more time, or raise pool.max.");
  }

  private Session usable(Deadline deadline) {
    Session session = idle.pollFirst();
    while (session != null) {
      if (session.usable()) {
        return session;
      }
      session.close();
      session = idle.pollFirst();
    }
    return opener.apply(deadline);
  }

  /** Called once for each session that was lent. */
  void giveBack(PooledSession lentSession, Semaphore place, Session session) {
    boolean kept = false;
    try {
      session.rollback();
      kept = session.usable();
    } finally {
      if (kept) {
        idle.addFirst(session);
      } else {
        session.close();
      }
      lent.remove(lentSession);
      place.release();
    }
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public int inUse() {
    return lent.size();
  }

  /** How many sessions stand ready. */
  public int idle() {
    return idle.size();
  }

  @Override
  public void close() {
    closed = true;
    Deadline deadline = Deadline.in(DRAIN);
    boolean drained =
        drain(places, size.sessions(), deadline)
            && (writerPlaces == null || drain(writerPlaces, size.writers(), deadline));
    if (!drained) {
      lent.forEach(PooledSession::cancel);
    }
    closeIdle();
  }

  /** Takes all places, and gives them back: those who wait for one have to see that it is over. */
  private static boolean drain(Semaphore place, int all, Deadline deadline) {
    try {
      boolean taken =
          place.tryAcquire(all, Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
      if (taken) {
        place.release(all);
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void closeIdle() {
    Session session = idle.pollFirst();
    while (session != null) {
      session.close();
      session = idle.pollFirst();
    }
  }
}
