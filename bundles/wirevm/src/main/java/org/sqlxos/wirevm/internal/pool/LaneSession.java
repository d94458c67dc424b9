package org.sqlxos.wirevm.internal.pool;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A session of a {@link LanePool} while it is lent. One that shares its connection moves to a
 * connection of its own when it does what others on the same would notice: a transaction, a copy.
 */
final class LaneSession implements Session {

  /** For what has no deadline of its own. */
  private static final Duration TO_MOVE = Duration.ofSeconds(30);

  private final LanePool pool;
  private Lane lane;
  private Session session;
  private boolean alone;
  private boolean waited;
  private boolean heeded;
  private final AtomicBoolean givenBack = new AtomicBoolean();

  LaneSession(LanePool pool, Lane lane, Session session, boolean alone) {
    this.pool = pool;
    this.lane = lane;
    this.session = session;
    this.alone = alone;
  }

  private Session lent() {
    if (givenBack.get()) {
      throw WireProblem.LOST.problem("The session was given back already");
    }
    return session;
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    return lent().query(statement, deadline);
  }

  @Override
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    return lent().describe(question, deadline);
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    return lent().execute(statement, deadline);
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    alone(deadline).begin(access, deadline);
  }

  @Override
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    alone(deadline).begin(access, isolation, deadline);
  }

  /** The session on a connection of its own. */
  private Session alone(Deadline deadline) {
    lent();
    if (!alone) {
      move(deadline);
    }
    return session;
  }

  /** To a connection of its own; leaves the other one first, which may be the only one there is. */
  private void move(Deadline deadline) {
    session.close();
    pool.leave(lane);
    boolean moved = false;
    try {
      lane = pool.reserve(deadline);
      session = lane.session;
      alone = true;
      moved = true;
    } catch (PoolClosed e) {
      throw WireProblem.DATABASE_GONE.problem("The database is being disconnected");
    } finally {
      if (!moved && givenBack.compareAndSet(false, true)) {
        pool.forget(this);
      }
    }
  }

  @Override
  public void commit(Deadline deadline) {
    lent().commit(deadline);
  }

  @Override
  public void rollback() {
    lent().rollback();
  }

  @Override
  public Savepoint savepoint(Deadline deadline) {
    return lent().savepoint(deadline);
  }

  @Override
  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    lent().rollbackTo(savepoint, deadline);
  }

  @Override
  public void release(Savepoint savepoint, Deadline deadline) {
    lent().release(savepoint, deadline);
  }

  @Override
  public long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    return alone(deadline).copyIn(statement, source, deadline);
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    return alone(deadline).copyOut(statement, sink, deadline);
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    return alone(deadline).executeBatch(statement, rows, deadline);
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    Session mine = alone(deadline);
    waited = true;
    return mine.notification(deadline);
  }

  @Override
  public void onNotice(Consumer<Notice> listener) {
    alone(Deadline.in(TO_MOVE)).onNotice(listener);
    heeded = true;
  }

  @Override
  public void cancel() {
    if (!givenBack.get()) {
      session.cancel();
    }
  }

  @Override
  public boolean usable() {
    return !givenBack.get() && session.usable();
  }

  @Override
  public void close() {
    if (givenBack.compareAndSet(false, true)) {
      try {
        session.rollback();
        if (alone) {
          AfterUse.clean(session, waited, heeded);
        } else {
          session.close();
        }
      } finally {
        pool.giveBack(this, lane, alone);
      }
    }
  }
}
