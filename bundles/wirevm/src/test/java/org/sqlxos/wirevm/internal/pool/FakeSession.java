package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;

/** Remembers what was done to it. */
final class FakeSession implements BareSession {

  volatile boolean closed;
  volatile boolean broken;
  volatile boolean cancelled;
  volatile int rollbacks;

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    throw new IllegalStateException("not part of these tests");
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    return 0;
  }

  @Override
  public void begin(Access access, Deadline deadline) {}

  @Override
  public void commit(Deadline deadline) {}

  @Override
  public void rollback() {
    rollbacks++;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean usable() {
    return !closed && !broken;
  }

  @Override
  public void close() {
    closed = true;
  }
}
