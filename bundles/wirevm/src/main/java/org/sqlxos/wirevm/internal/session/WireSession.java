package org.sqlxos.wirevm.internal.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.DescribedStatements;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.ServerError;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.StatementCursor;
import org.sqlxos.wirepack.api.StatementDescription;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.Survey;
import org.sqlxos.wirevm.internal.pool.Multiplexed;
import org.sqlxos.wirevm.internal.pool.PeerAware;
import org.sqlxos.wirevm.internal.running.ChangedRows;
import org.sqlxos.wirevm.internal.transaction.OpenTransaction;

/**
 * A session on a connection: alone on it, or one of several that share it. The latter only query
 * and execute; for everything else who lends them moves them to a connection of their own.
 */
final class WireSession implements Multiplexed, PeerAware, DescribedStatements {

  private final WireConnection connection;
  private final WireUrl.Timeouts timeouts;
  private final boolean shared;
  private final OpenTransaction transaction;
  private final Execution execution;
  private final Batches batches;
  private final StrayCancels strayCancels;
  private @Nullable WireCursor open;
  private volatile @Nullable Turn running;
  private final Notifications notifications;
  private boolean closed;

  /**
   * @param shared whether others use the connection at the same time: then answers are taken off
   *     the connection before they are read
   */
  WireSession(WireConnection connection, WireUrl.Timeouts timeouts, boolean shared) {
    this.connection = connection;
    this.timeouts = timeouts;
    this.shared = shared;
    this.transaction =
        new OpenTransaction(
            connection.parts().transactions(),
            (text, deadline) -> connection.simple(text, shared, deadline),
            () -> connection.breakOff("a transaction was begun by half"));
    this.notifications = new Notifications(connection);
    this.execution = new Execution(connection, shared, transaction, turn -> this.running = turn);
    this.strayCancels = new StrayCancels(connection, shared);
    this.batches =
        new Batches(connection, transaction, this::rollback, turn -> this.running = turn);
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    return run(statement, deadline);
  }

  @Override
  public StatementDescription describe(String text, Deadline deadline) {
    requireReady(false);
    return connection.prepared().prepare(text, timeouts.limit(deadline)).description();
  }

  @Override
  public boolean describesParameters() {
    return !connection.parts().protocol().protocol().types().decidedByValue();
  }

  @Override
  public Optional<ServerError> serverError() {
    return connection.check().last();
  }

  @Override
  public StatementCursor run(TargetStatement statement, Deadline deadline) {
    requireReady(false);
    Deadline limit = timeouts.limit(deadline);
    try {
      WireCursor cursor = strayCancels.spare(limit, () -> execution.run(statement, limit));
      open = cursor;
      return cursor;
    } catch (ProblemException e) {
      if (!statement.parameters().isEmpty() || !connection.check().unpreparable(e)) {
        throw e;
      }
      Answer answer = connection.simple(statement.text(), shared, limit);
      return new ChangedRows(answer.affectedRows(), answer.generatedKey());
    }
  }

  @Override
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    Survey survey = connection.parts().surveys().get(question);
    return survey == null
        ? connection.parts().description().statement(question).map(ask -> query(ask, deadline))
        : Optional.of(new SurveyRun(this, connection).run(question, survey, deadline));
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    requireReady(false);
    Deadline limit = timeouts.limit(deadline);
    return strayCancels.spare(limit, () -> change(statement, limit));
  }

  private long change(TargetStatement statement, Deadline limit) {
    // An outcome comes as a row, and a statement that runs as it is has its rows dropped.
    boolean asItIs = connection.parts().protocol().protocol().outcomeColumn().isEmpty();
    if (asItIs && statement.parameters().isEmpty() && statement.columns().isEmpty()) {
      return connection.simple(statement.text(), shared, limit).affectedRows();
    }
    try (WireCursor cursor = execution.run(statement, limit)) {
      long changed = cursor.changedRows();
      cursor.requireNoError();
      return changed;
    }
  }

  /**
   * @param alone whether what follows needs the connection alone
   */
  private void requireReady(boolean alone) {
    if (alone && shared) {
      throw new IllegalStateException("this needs a connection of its own");
    }
    if (!usable()) {
      throw WireProblem.LOST.problem("The session is closed", "Try again: a new one is opened.");
    }
    closeCursor();
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
    requireReady(true);
    transaction.begin(access, timeouts.limit(deadline));
  }

  @Override
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    requireReady(true);
    transaction.begin(access, isolation, timeouts.limit(deadline));
  }

  @Override
  public void commit(Deadline deadline) {
    requireReady(false);
    transaction.commit(timeouts.limit(deadline));
  }

  @Override
  public void rollback() {
    if (!usable()) {
      return;
    }
    closeCursor();
    if (!transaction.open()) {
      return;
    }
    transaction.ended();
    try {
      connection.simple(
          connection.parts().transactions().rollback(), shared, Deadline.in(Canceller.GRACE));
    } catch (ProblemException e) {
      connection.breakOff("a transaction could not be rolled back");
    }
  }

  @Override
  public Savepoint savepoint(Deadline deadline) {
    requireReady(false);
    return transaction.savepoint(timeouts.limit(deadline));
  }

  @Override
  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    requireReady(false);
    transaction.rollbackTo(savepoint, timeouts.limit(deadline));
  }

  @Override
  public void release(Savepoint savepoint, Deadline deadline) {
    requireReady(false);
    transaction.release(savepoint, timeouts.limit(deadline));
  }

  @Override
  public long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    return copy(statement, deadline).in(source);
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    return copy(statement, deadline).out(sink);
  }

  private CopyRun copy(TargetStatement statement, Deadline deadline) {
    requireReady(true);
    CopyRun copy = new CopyRun(connection, statement, timeouts.limit(deadline));
    running = copy.turn();
    return copy;
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    requireReady(true);
    return batches.run(statement, rows, this, timeouts.limit(deadline));
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    requireReady(true);
    return notifications.next(deadline);
  }

  @Override
  public void onNotice(Consumer<Notice> listener) {
    requireReady(true);
    connection.asides().onNotice(listener);
  }

  @Override
  public void cancel() {
    strayCancels.cancelled();
    if (notifications.cancel()) {
      return;
    }
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
    return new WireSession(connection, timeouts, true);
  }

  @Override
  public boolean peerIsThere() {
    return usable() && connection.peerIsThere();
  }

  @Override
  public boolean occupied() {
    return connection.occupied();
  }
}
