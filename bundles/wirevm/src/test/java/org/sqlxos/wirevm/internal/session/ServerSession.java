package org.sqlxos.wirevm.internal.session;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;

/** A session that only knows where it leads, and whether it is closed. */
final class ServerSession implements BareSession {

  final Host host;
  boolean closed;

  ServerSession(Host host) {
    this.host = host;
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    throw new IllegalStateException("not part of these tests");
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    throw new IllegalStateException("not part of these tests");
  }

  @Override
  public void begin(Access access, Deadline deadline) {}

  @Override
  public void commit(Deadline deadline) {}

  @Override
  public void rollback() {}

  @Override
  public void cancel() {}

  @Override
  public boolean usable() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
