package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.atomic.AtomicInteger;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** A connection that counts who is on it. */
final class FakeLane implements Multiplexed, BareSession {

  final AtomicInteger shares = new AtomicInteger();
  volatile boolean occupied;
  volatile boolean closed;
  volatile boolean broken;
  volatile boolean begun;

  @Override
  public Session share() {
    shares.incrementAndGet();
    FakeSession session = new FakeSession();
    session.connection = this;
    return session;
  }

  @Override
  public boolean occupied() {
    return occupied;
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    throw new IllegalStateException("not part of these tests");
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    return 0;
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    begun = true;
  }

  @Override
  public void commit(Deadline deadline) {}

  @Override
  public void rollback() {
    begun = false;
  }

  @Override
  public void cancel() {}

  @Override
  public boolean usable() {
    return !closed && !broken;
  }

  @Override
  public void close() {
    closed = true;
  }
}
