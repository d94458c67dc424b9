package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A session of a {@link LanePool} while it is lent. One that shares its connection moves to a
 * connection of its own when a transaction begins.
 */
final class LaneSession implements Session {

  private final LanePool pool;
  private Lane lane;
  private Session session;
  private boolean alone;
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
  public long execute(TargetStatement statement, Deadline deadline) {
    return lent().execute(statement, deadline);
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    lent();
    if (!alone) {
      move(deadline);
    }
    session.begin(access, deadline);
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
        if (!alone) {
          session.close();
        }
      } finally {
        pool.giveBack(this, lane, alone);
      }
    }
  }
}
