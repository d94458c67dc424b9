package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirevm.internal.WireProblem;

/** Remembers what was done to it. */
final class FakeSession implements BareSession {

  volatile @Nullable FakeLane connection;
  volatile boolean closed;
  volatile @Nullable RuntimeException failure;
  volatile @Nullable CountDownLatch release;
  volatile boolean loses;
  volatile @Nullable String waitsFor;
  final AtomicInteger statements = new AtomicInteger();
  volatile boolean broken;
  volatile boolean cancelled;
  volatile int rollbacks;

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    execute(statement, deadline);
    return new NoRows();
  }

  /** Waits until it is let go, or fails as it was told to, once. */
  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    statements.incrementAndGet();
    CountDownLatch latch = release;
    String slow = waitsFor;
    if (latch != null && (slow == null || slow.equals(statement.text()))) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (loses) {
      broken = true;
      throw WireProblem.LOST.problem("gone");
    }
    RuntimeException failing = failure;
    if (failing != null) {
      throw failing;
    }
    return 1;
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    RuntimeException failing = failure;
    if (failing != null) {
      throw failing;
    }
  }

  @Override
  public void commit(Deadline deadline) {
    RuntimeException failing = failure;
    if (failing != null || broken) {
      broken = true;
      throw failing == null ? WireProblem.LOST.problem("gone") : failing;
    }
  }

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
    FakeLane shared = connection;
    return !closed && !broken && (shared == null || shared.usable());
  }

  @Override
  public void close() {
    closed = true;
  }
}
