package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/** A session while it is lent. Given back, it cannot be used any more, whoever still holds it. */
final class PooledSession implements Session {

  private final SessionPool pool;
  private final Semaphore place;
  private final AtomicReference<@Nullable Session> session;

  PooledSession(SessionPool pool, Semaphore place, Session session) {
    this.pool = pool;
    this.place = place;
    this.session = new AtomicReference<>(session);
  }

  private Session lent() {
    Session lent = session.get();
    if (lent == null) {
      throw WireProblem.LOST.problem("The session was given back already");
    }
    return lent;
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
    lent().begin(access, deadline);
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
    Session lent = session.get();
    if (lent != null) {
      lent.cancel();
    }
  }

  @Override
  public boolean usable() {
    Session lent = session.get();
    return lent != null && lent.usable();
  }

  @Override
  public void close() {
    Session lent = session.getAndSet(null);
    if (lent != null) {
      pool.giveBack(this, place, lent);
    }
  }
}
