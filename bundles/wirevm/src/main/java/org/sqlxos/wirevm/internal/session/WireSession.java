package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** A session on a connection: alone on it, or one of several that share it. */
final class WireSession implements Multiplexed {

  private final WireConnection connection;
  private final boolean shared;
  private @Nullable WireCursor open;
  private volatile @Nullable Turn running;
  private volatile boolean cancelled;
  private boolean inTransaction;
  private boolean closed;

  /**
   * @param shared whether others use the connection at the same time: then there are no
   *     transactions, and answers are taken off the connection before they are read
   */
  WireSession(WireConnection connection, boolean shared) {
    this.connection = connection;
    this.shared = shared;
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    requireUsable();
    closeCursor();
    WireCursor cursor = spared(deadline, () -> run(statement, deadline, true));
    open = cursor;
    return cursor;
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    requireUsable();
    closeCursor();
    return spared(deadline, () -> change(statement, deadline));
  }

  private long change(TargetStatement statement, Deadline deadline) {
    if (statement.parameters().isEmpty() && statement.columns().isEmpty()) {
      return connection.simple(statement.text(), deadline).affectedRows();
    }
    try (WireCursor cursor = run(statement, deadline, true)) {
      cursor.skipToEnd();
      cursor.requireNoError();
      return cursor.affectedRows();
    }
  }

  /**
   * Runs again what a cancel has hit that was meant for somebody else: a server stops what its
   * connection runs when the cancel arrives, and that may be the statement behind.
   */
  private <T> T spared(Deadline deadline, Supplier<T> operation) {
    cancelled = false;
    while (true) {
      long beganNanos = System.nanoTime();
      try {
        return operation.get();
      } catch (ProblemException e) {
        boolean hit =
            e.problem().code() == WireProblem.CANCELLED && connection.cancelMayHaveHit(beganNanos);
        if (!shared || !hit || cancelled || deadline.passed()) {
          throw e;
        }
      }
    }
  }

  private WireCursor run(TargetStatement statement, Deadline deadline, boolean again) {
    Prepared prepared = connection.prepare(statement.text(), deadline);
    StatementBinding binding =
        new StatementBinding(
            prepared, statement.parameters(), connection.parts().protocol().protocol().types());
    Turn turn = connection.newExecution(deadline);
    running = turn;
    connection.execute(turn, prepared, binding, deadline);
    WireCursor cursor = new WireCursor(connection, turn, prepared, statement);
    DatabaseError error = cursor.start(shared);
    if (error == null) {
      return cursor;
    }
    ErrorKind kind = connection.kind(error);
    if (kind == ErrorKind.STALE_STATEMENT || kind == ErrorKind.SCHEMA_CHANGED) {
      connection.forget(statement.text(), prepared);
    }
    if (kind == ErrorKind.STALE_STATEMENT && again && !inTransaction) {
      return run(statement, deadline, false);
    }
    throw connection.failed(error, cursor.stopped());
  }

  private void requireUsable() {
    if (closed || !connection.usable()) {
      throw WireProblem.LOST.problem("The session is closed", "Try again: a new one is opened.");
    }
  }

  private void closeCursor() {
    WireCursor cursor = open;
    open = null;
    if (cursor != null) {
      cursor.close();
    }
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    if (shared) {
      throw new IllegalStateException("a transaction needs a connection of its own");
    }
    requireUsable();
    closeCursor();
    connection.simple(
        switch (access) {
          case READ -> connection.parts().transactions().beginRead();
          case WRITE -> connection.parts().transactions().beginWrite();
        },
        deadline);
    inTransaction = true;
  }

  @Override
  public void commit(Deadline deadline) {
    requireUsable();
    closeCursor();
    connection.simple(connection.parts().transactions().commit(), deadline);
    inTransaction = false;
  }

  @Override
  public void rollback() {
    if (closed || !connection.usable()) {
      return;
    }
    closeCursor();
    if (!inTransaction) {
      return;
    }
    inTransaction = false;
    try {
      connection.simple(connection.parts().transactions().rollback(), Deadline.in(Canceller.GRACE));
    } catch (ProblemException e) {
      connection.breakOff("a transaction could not be rolled back");
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    Turn turn = running;
    if (turn != null && !turn.finished) {
      connection.cancel(turn);
    } else if (!shared) {
      connection.running().cancel();
    }
  }

  @Override
  public boolean usable() {
    return !closed && connection.usable();
  }

  /** Statements that the pack wants to run first. */
  void runAll(List<String> statements, Deadline deadline) {
    statements.forEach(text -> connection.simple(text, deadline));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    rollback();
    closed = true;
    if (!shared) {
      connection.close();
    }
  }

  @Override
  public Session share() {
    return new WireSession(connection, true);
  }

  @Override
  public boolean occupied() {
    return connection.occupied();
  }
}
