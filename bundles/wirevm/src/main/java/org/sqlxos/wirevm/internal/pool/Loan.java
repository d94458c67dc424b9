package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Who has borrowed which connection, since when and for what. What is lent may change: a reader
 * moves to a connection of its own, and whoever loses a connection gets another one, if nothing was
 * lost with it that cannot be done again.
 */
final class Loan {

  /** A pool may have many connections that all lead to where nobody is any more. */
  private static final int MOST_ATTEMPTS = 12;

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(1).toNanos(), Duration.ofMillis(250).toNanos());

  // Fields that change with every loan are written without a fence: a borrower pays for each.
  private static final AtomicIntegerFieldUpdater<Loan> OVER =
      AtomicIntegerFieldUpdater.newUpdater(Loan.class, "over");
  private static final AtomicReferenceFieldUpdater<Loan, Session> SESSION =
      AtomicReferenceFieldUpdater.newUpdater(Loan.class, Session.class, "session");

  private final ConnectionPool pool;
  private final Access access;
  private final Thread thread = Thread.currentThread();
  private final long sinceNanos = System.nanoTime();
  private volatile int over;
  private boolean told;
  private String statement;
  private @Nullable String place;
  private @Nullable PooledConnection connection;
  private volatile @Nullable Session session;
  private boolean alone;
  private boolean inTransaction;

  Loan(ConnectionPool pool, Access access, String statement) {
    this.pool = pool;
    this.access = access;
    this.statement = statement;
  }

  /** Puts it on a connection that was acquired. */
  void on(PooledConnection acquired, boolean alone) {
    this.alone = alone;
    connection = acquired;
    if (alone) {
      SESSION.lazySet(this, acquired.session);
      acquired.lentAlone(this);
    } else {
      SESSION.lazySet(this, ((Multiplexed) acquired.session).share());
      acquired.lentToo(this);
    }
  }

  void remember(String borrowedAt) {
    place = borrowedAt;
  }

  boolean alone() {
    return alone;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  void inTransaction(boolean open) {
    inTransaction = open;
  }

  Session session() {
    Session lent = session;
    if (over != 0 || lent == null) {
      throw WireProblem.LOST.problem("The session was given back already");
    }
    return lent;
  }

  /** The connection, for a statement that begins. */
  PooledConnection begin(TargetStatement statementNow, Deadline deadline) {
    session();
    statement = statementNow.text();
    if (!alone && pool.slow(statement)) {
      move(Need.SLOW, deadline);
    }
    PooledConnection here = connection;
    if (here == null) {
      throw WireProblem.LOST.problem("The session was given back already");
    }
    return here;
  }

  /** The session on a connection of its own. */
  Session sessionAlone(Deadline deadline) {
    session();
    if (!alone) {
      move(Need.ALONE, deadline);
    }
    return session();
  }

  /** To another connection; leaves this one first, which may be the only one there is. */
  private void move(Need need, Deadline deadline) {
    leave();
    try {
      on(pool.acquire(need, deadline), need != Need.SHARED);
    } catch (PoolClosed e) {
      throw WireProblem.DATABASE_GONE.problem(
          "The database is being disconnected", "Try again: another session is lent.");
    } finally {
      if (connection == null) {
        over = 1;
      }
    }
  }

  private void leave() {
    PooledConnection left = connection;
    Session shared = session;
    connection = null;
    SESSION.lazySet(this, null);
    if (left == null) {
      return;
    }
    if (!alone && shared != null) {
      shared.close();
    }
    left.back(this, alone);
    pool.giveBack(left, alone);
  }

  /**
   * What to do about a failure: returns if the same may be tried again, on another connection.
   *
   * @param sent whether what failed may have reached the server
   * @param writes whether it could change anything there
   */
  void recover(ProblemException failure, boolean sent, boolean writes, Attempt attempt) {
    if (pool.site().wrongServer().test(failure)) {
      pool.outdate();
    }
    Session mine = session;
    if (mine == null || mine.usable()) {
      throw failure;
    }
    if (inTransaction) {
      throw failure;
    }
    if (sent && writes) {
      throw unknown(failure);
    }
    if (!lost(failure) || attempt.number() >= MOST_ATTEMPTS || attempt.deadline().passed()) {
      throw failure;
    }
    pool.counters().retried.increment();
    if (attempt.number() > 1) {
      LockSupport.parkNanos(
          Math.min(
              attempt.deadline().remainingNanos(),
              BACKOFF.nanos(attempt.number() - 1, ThreadLocalRandom.current()::nextDouble)));
    }
    move(alone ? Need.ALONE : Need.SHARED, attempt.deadline());
  }

  /** Nobody knows whether it was carried out. */
  ProblemException unknown(ProblemException failure) {
    pool.counters().unknown.increment();
    return new ProblemException(
        WireProblem.OUTCOME_UNKNOWN
            .problem(
                "The connection was lost after a write was sent and before it was answered",
                "Look whether it was carried out before you write it again.")
            .problem(),
        failure);
  }

  private static boolean lost(ProblemException failure) {
    ProblemCode code = failure.problem().code();
    return code == WireProblem.LOST || code == WireProblem.SILENT;
  }

  /** Ends it, once; whether this was the first to do so. */
  boolean end() {
    return OVER.compareAndSet(this, 0, 1);
  }

  boolean over() {
    return over != 0;
  }

  /** Gives the connection back. After {@link #end}. */
  void giveBack() {
    leave();
  }

  @Nullable Session current() {
    return session;
  }

  void cancel() {
    Session lent = session;
    if (lent != null) {
      lent.cancel();
    }
  }

  long heldNanos(long now) {
    return now - sinceNanos;
  }

  /** Whether this is the first time that somebody is told. By the keeper only. */
  boolean tellOnce() {
    boolean first = !told;
    told = true;
    return first;
  }

  /** In words, without a value of a statement. */
  String told(long now) {
    String shape = StatementShape.of(statement);
    String name = thread.getName();
    String taken = place == null ? "" : ", taken at " + place;
    return "%s by thread %s for %d ms%s"
        .formatted(
            shape.isEmpty() ? (access == Access.READ ? "reading" : "writing") : shape,
            name.isEmpty() ? "#" + thread.threadId() : "\"" + name + "\"",
            heldNanos(now) / 1_000_000,
            taken);
  }
}
