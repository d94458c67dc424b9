package org.sqlxos.wirevm.internal.pool;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.PoolState;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A pool that follows its load. Who reads shares a connection with others where the protocol has a
 * pipeline; who writes, and whatever is slow, gets one alone.
 *
 * <p>Hot code, watched by {@code distribution/bench pool}: borrowing changes one number of one
 * connection, and so does giving back; the lock of the {@link WaitingLine} is taken only when
 * somebody has to wait.
 */
public final class ConnectionPool implements Pool, WaitingLine.Supply {

  private final PoolSite site;
  private final PoolSettings settings;
  private final PoolCounters counters = new PoolCounters();
  private final StatementTimes times = new StatementTimes();
  private final LaneLaw lanes;
  private final Connections connections;
  private final WaitingLine line;
  private final Opener opener;
  private final Keeper keeper;
  private final boolean traced;
  private volatile boolean closed;

  /**
   * @param site what it belongs to
   * @param source opens a session; one that is {@link Multiplexed} where readers share them
   */
  public ConnectionPool(
      PoolSite site, PoolSettings settings, Function<Deadline, ? extends Session> source) {
    this.site = site;
    this.settings = settings;
    this.lanes = LaneLaw.of(settings);
    this.connections = new Connections(settings.size().readersEach(), times, lanes);
    this.line = new WaitingLine(this);
    this.opener = new Opener(this, source, settings);
    this.keeper = new Keeper(this, settings, site);
    this.traced = settings.leak().isPositive();
    opener.openAsNeeded();
    keeper.start();
  }

  @Override
  public Session borrow(Access access, String statement, Deadline deadline) throws PoolClosed {
    Need need = need(access, statement);
    Loan loan = new Loan(this, access, statement);
    loan.on(acquire(need, deadline), need != Need.SHARED);
    if (traced) {
      loan.remember(BorrowPlace.here());
    }
    counters.lent.increment();
    return new LentSession(this, loan);
  }

  private Need need(Access access, String statement) {
    if (!statement.isEmpty() && slow(statement)) {
      return Need.SLOW;
    }
    boolean beside = access == Access.READ || settings.size().writersToo();
    return beside && settings.size().readersEach() > 1 ? Need.SHARED : Need.ALONE;
  }

  /** Whether a statement is known to be slow. */
  boolean slow(String statement) {
    long nanos = times.nanos(statement);
    return nanos > 0 && nanos > connections.limitNanos();
  }

  /** What a statement took. */
  void observe(String statement, long nanos) {
    times.observe(statement, nanos);
  }

  PooledConnection acquire(Need need, Deadline deadline) throws PoolClosed {
    if (!closed && need != Need.SLOW && !line.before(need)) {
      PooledConnection connection = take(need, false);
      if (connection != null) {
        if (need == Need.SHARED && connections.count() < settings.size().max()) {
          opener.shared(connection.users() > 1 ? times.usualNanos() : 0);
        }
        return connection;
      }
    }
    return await(need, deadline);
  }

  private PooledConnection await(Need need, Deadline deadline) throws PoolClosed {
    if (closed) {
      throw new PoolClosed();
    }
    opener.requireHope();
    Waiter waiter = line.join(need);
    Waiter.End end = waiter.end();
    if (end == null) {
      end = await(waiter, deadline);
    }
    return switch (end) {
      case Waiter.Given given -> given.connection();
      case Waiter.Refused refused -> throw again(refused.reason());
      case Waiter.Over.POOL_CLOSED -> throw new PoolClosed();
      case Waiter.Over.GAVE_UP -> throw gaveUp(waiter);
    };
  }

  private Waiter.End await(Waiter waiter, Deadline deadline) {
    counters.waited.increment();
    long most =
        Math.min(settings.patience().borrow().toNanos(), Math.max(0, deadline.remainingNanos()));
    opener.openAsNeeded();
    if (closed) {
      line.endAll(Waiter.Over.POOL_CLOSED);
    }
    // For so long as a new connection would take: then it is time for one.
    boolean full = connections.count() >= settings.size().max();
    long first = full ? most : Math.min(most, opener.priceNanos());
    Waiter.End end = WaitingLine.await(waiter, first);
    if (end == null && first < most) {
      opener.waited(first);
      opener.openAsNeeded();
      end = WaitingLine.await(waiter, most - first);
    }
    long waited = System.nanoTime() - waiter.sinceNanos;
    counters.waitedNanos.add(waited);
    opener.waited(end == null || full ? 0 : Math.min(waited, first));
    return end == null ? line.leave(waiter) : end;
  }

  private static ProblemException again(ProblemException reason) {
    return new ProblemException(reason.problem(), reason);
  }

  private ProblemException gaveUp(Waiter waiter) {
    if (Thread.currentThread().isInterrupted()) {
      return WireProblem.CANCELLED.problem("Waiting for a session was cancelled");
    }
    counters.timedOut.increment();
    ProblemException outage = opener.outage();
    if (connections.count() == 0 && outage != null) {
      return new ProblemException(outage.problem(), outage);
    }
    long millis = (System.nanoTime() - waiter.sinceNanos) / 1_000_000;
    return new ProblemException(
        Problem.of(
                WireProblem.POOL_EXHAUSTED,
                "No session of \"%s\" came free for %s within %d ms; %d others wait. %s"
                    .formatted(
                        site.database(),
                        switch (waiter.need) {
                          case SHARED -> "reading";
                          case ALONE -> site.pool().equals("read") ? "reading" : "use alone";
                          case SLOW ->
                              "a slow statement, of which %d run at most,".formatted(lanes.most());
                        },
                        millis,
                        line.length(),
                        Holders.told(connections.all(), settings.size().max())))
            .withHint("Try again, allow more time, or raise pool.max."));
  }

  // ---- what the line, the opener and the keeper ask for

  @Override
  public @Nullable PooledConnection take(Need need) {
    return take(need, true);
  }

  private @Nullable PooledConnection take(Need need, boolean inTurn) {
    while (true) {
      PooledConnection connection =
          need == Need.SHARED ? connections.takeShared(inTurn) : connections.takeAlone();
      if (connection == null) {
        return null;
      }
      if (connection.fit()) {
        if (connection.draining) {
          connection.draining = false;
        }
        return connection;
      }
      leave(connection, need != Need.SHARED);
    }
  }

  @Override
  public void untake(PooledConnection connection, Need need) {
    leave(connection, need != Need.SHARED);
  }

  @Override
  public boolean admitsSlow() {
    return lanes.admits(connections.slow());
  }

  @Override
  public void wantAlone(int waiting) {
    if (settings.size().readersEach() > 1) {
      connections.drain(waiting);
    }
  }

  /** Somebody does not use it any more; it stays if it is fit. */
  private void leave(PooledConnection connection, boolean alone) {
    boolean last = alone || connection.leave();
    if (last && (closed || !connection.fit()) && (alone || connection.tryAlone())) {
      retire(connection);
    } else if (alone) {
      connection.release();
      if (closed && connection.tryAlone()) {
        retire(connection);
      }
    }
  }

  /** Closes one that the caller has alone. */
  void retire(PooledConnection connection) {
    connection.retire();
    if (connections.remove(connection)) {
      if (!connection.session.usable() && !closed) {
        counters.lost.increment();
        keeper.suspect();
        if (connections.count() == 0) {
          opener.lostAll();
        }
      } else {
        counters.retired.increment();
      }
    }
    connection.session.close();
  }

  /** Closes what nobody uses; for a pool that is closed. */
  void closeFree() {
    for (PooledConnection connection : connections.all()) {
      if (connection.tryAlone()) {
        retire(connection);
      }
    }
  }

  /** Called once for each session that was lent. */
  void giveBack(PooledConnection connection, boolean alone) {
    leave(connection, alone);
    if (line.any()) {
      line.serve();
      opener.openAsNeeded();
    }
  }

  /** A new connection, for whoever waits longest. */
  void add(PooledConnection connection) {
    connections.add(connection);
    leave(connection, true);
    line.serve();
  }

  /** Has all connections closed as soon as nobody uses them: they lead to the wrong server. */
  void outdate() {
    for (PooledConnection connection : connections.all()) {
      connection.outdated = true;
    }
    keeper.suspect();
  }

  PoolSite site() {
    return site;
  }

  PoolCounters counters() {
    return counters;
  }

  Connections connections() {
    return connections;
  }

  WaitingLine line() {
    return line;
  }

  Opener opener() {
    return opener;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public PoolState state() {
    return new PoolState(
        site.pool(),
        settings.size().max(),
        connections.count(),
        connections.busy(),
        opener.opening(),
        line.length(),
        connections.slow(),
        counters.now());
  }

  @Override
  public void close() {
    closed = true;
    line.endAll(Waiter.Over.POOL_CLOSED);
    keeper.drain();
  }
}
