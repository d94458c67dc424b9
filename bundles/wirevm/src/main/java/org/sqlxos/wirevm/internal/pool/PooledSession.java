package org.sqlxos.wirevm.internal.pool;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
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

/** A session while it is lent. Given back, it cannot be used any more, whoever still holds it. */
final class PooledSession implements Session {

  private final SessionPool pool;
  private final Semaphore place;
  private final AtomicReference<@Nullable Session> session;
  private boolean waited;
  private boolean heeded;

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
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    return lent().describe(question, deadline);
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
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    lent().begin(access, isolation, deadline);
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
    return lent().copyIn(statement, source, deadline);
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    return lent().copyOut(statement, sink, deadline);
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    return lent().executeBatch(statement, rows, deadline);
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    Session mine = lent();
    waited = true;
    return mine.notification(deadline);
  }

  @Override
  public void onNotice(Consumer<Notice> listener) {
    lent().onNotice(listener);
    heeded = true;
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
      AfterUse.clean(lent, waited, heeded);
      pool.giveBack(this, place, lent);
    }
  }
}
