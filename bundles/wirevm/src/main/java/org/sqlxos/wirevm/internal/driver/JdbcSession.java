package org.sqlxos.wirevm.internal.driver;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.MetadataSettings;
import org.sqlxos.wirevm.internal.pack.TransactionCalls;
import org.sqlxos.wirevm.internal.pack.TransactionStatements;
import org.sqlxos.wirevm.internal.running.ChangedRows;
import org.sqlxos.wirevm.internal.transaction.AllOrNothing;
import org.sqlxos.wirevm.internal.transaction.OpenTransaction;
import org.sqlxos.wirevm.internal.transaction.RowsInTurn;

/** One connection of a driver. */
final class JdbcSession implements Session, DescribedStatements {

  private static final long FILE_CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Undoes what is not committed. */
  @FunctionalInterface
  private interface Undo {
    void run() throws SQLException;
  }

  private final Connection connection;
  private final SessionParts parts;
  private final Optional<DatabaseFile> file;
  private final JdbcStatements statements;
  private @Nullable JdbcCursor open;
  private final OpenTransaction transaction;
  private final Undo undo;
  private boolean closed;
  private long nextFileCheck = System.nanoTime() + FILE_CHECK_NANOS;

  JdbcSession(Connection connection, SessionParts parts, Optional<DatabaseFile> file) {
    this.connection = connection;
    this.parts = parts;
    this.file = file;
    this.statements = new JdbcStatements(connection, parts);
    switch (parts.transactions()) {
      case TransactionStatements texts -> {
        this.transaction = new OpenTransaction(texts, this::run, statements::lose);
        this.undo = () -> statements.runAtOnce(texts.rollback());
      }
      case TransactionCalls calls -> {
        DriverControl control =
            new DriverControl(connection, calls, error -> statements.failed(error, ""));
        this.transaction = new OpenTransaction(control);
        this.undo = control::rollback;
      }
    }
    parts.watch().add(statements.running());
  }

  @Override
  public StatementCursor run(TargetStatement statement, Deadline deadline) {
    PreparedStatement prepared = start(statement, deadline);
    boolean reading = false;
    try {
      if (!statements.call(prepared::execute, deadline)) {
        return new ChangedRows(Math.max(0, prepared.getLargeUpdateCount()), 0);
      }
      ResultSet rows = prepared.getResultSet();
      JdbcCursor cursor =
          new JdbcCursor(rows, parts.codecs().readers(List.of(), rows), this, statement.text());
      open = cursor;
      reading = true;
      return cursor;
    } catch (SQLException e) {
      throw statements.failed(e, statement.text());
    } finally {
      if (!reading) {
        statements.running().finish();
      }
    }
  }

  @Override
  public StatementDescription describe(String text, Deadline deadline) {
    requireUsable();
    closeCursor();
    return statements.describe(text, deadline);
  }

  @Override
  public boolean describesParameters() {
    return false;
  }

  @Override
  public Optional<ServerError> serverError() {
    return statements.serverError();
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    PreparedStatement prepared = start(statement, deadline);
    try {
      ResultSet rows = statements.call(prepared::executeQuery, deadline);
      JdbcCursor cursor =
          new JdbcCursor(
              rows, parts.codecs().readers(statement.columns(), rows), this, statement.text());
      open = cursor;
      return cursor;
    } catch (SQLException e) {
      ProblemException problem = statements.failed(e, statement.text());
      statements.running().finish();
      throw problem;
    }
  }

  @Override
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    Optional<TargetStatement> statement = parts.description().statement(question);
    return statement.isPresent() || parts.metadata().isEmpty()
        ? statement.map(ask -> query(ask, deadline))
        : Optional.of(ask(parts.metadata().get(), question));
  }

  private Cursor ask(MetadataSettings metadata, IntrospectionQuery question) {
    requireUsable();
    closeCursor();
    try {
      return new TextRows(new MetadataAnswers(connection, metadata).answer(question));
    } catch (SQLException e) {
      throw statements.failed(e, "");
    }
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    PreparedStatement prepared = start(statement, deadline);
    try {
      return statements.call(
          () -> {
            if (!prepared.execute()) {
              return Math.max(0, prepared.getLargeUpdateCount());
            }
            try (ResultSet rows = prepared.getResultSet()) {
              while (rows.next()) {
                // Nobody asked for the rows, but without them the statement has not ended.
                continue;
              }
              return 0L;
            }
          },
          deadline);
    } catch (SQLException e) {
      throw statements.failed(e, statement.text());
    } finally {
      statements.running().finish();
    }
  }

  /** Runs a statement of the pack itself. */
  void run(String text, Deadline deadline) {
    execute(new TargetStatement(text, List.of(), List.of(), false), deadline);
  }

  private PreparedStatement start(TargetStatement statement, Deadline deadline) {
    requireUsable();
    closeCursor();
    return statements.start(statement, deadline);
  }

  private void requireUsable() {
    if (closed || statements.lost()) {
      throw WireProblem.LOST.problem("The session is closed", "Try again: a new one is opened.");
    }
  }

  /** What the driver is asked with. */
  JdbcStatements statements() {
    return statements;
  }

  void cursorClosed(JdbcCursor cursor) {
    if (open == cursor) {
      open = null;
      statements.running().finish();
    }
  }

  private void closeCursor() {
    JdbcCursor cursor = open;
    if (cursor != null) {
      cursor.close();
    }
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    transaction.begin(access, deadline);
  }

  @Override
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    transaction.begin(access, isolation, deadline);
  }

  @Override
  public void commit(Deadline deadline) {
    transaction.commit(deadline);
  }

  @Override
  public Savepoint savepoint(Deadline deadline) {
    return transaction.savepoint(deadline);
  }

  @Override
  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    transaction.rollbackTo(savepoint, deadline);
  }

  @Override
  public void release(Savepoint savepoint, Deadline deadline) {
    transaction.release(savepoint, deadline);
  }

  @Override
  public long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    throw Undeclared.copy();
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    throw Undeclared.copy();
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    return new AllOrNothing(transaction, this::rollback, statements::lose)
        .run(() -> RowsInTurn.run(statement, rows, row -> execute(row, deadline)), deadline);
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    throw Undeclared.notifications();
  }

  /** Drivers inside the process remark nothing. */
  @Override
  public void onNotice(Consumer<Notice> listener) {}

  @Override
  public void rollback() {
    if (closed) {
      return;
    }
    closeCursor();
    if (!transaction.open()) {
      return;
    }
    transaction.ended();
    try {
      undo.run();
    } catch (SQLException e) {
      // Some errors end a transaction by themselves, and then there is nothing to roll back. Which
      // of the two it was cannot be told for sure, so this session is not used again.
      statements.lose();
    }
  }

  @Override
  public void cancel() {
    statements.running().cancel();
  }

  @Override
  public boolean usable() {
    return !closed && !statements.lost() && fileInPlace();
  }

  /** Whoever replaces the file by another wants that one served, not the one that is gone. */
  private boolean fileInPlace() {
    long now = System.nanoTime();
    if (file.isEmpty() || now - nextFileCheck < 0) {
      return true;
    }
    nextFileCheck = now + FILE_CHECK_NANOS;
    return file.get().same();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    rollback();
    closed = true;
    parts.watch().remove(statements.running());
    try {
      connection.close();
    } catch (SQLException e) {
      // Nobody can do anything about it; the connection is not used again.
      statements.lose();
    }
  }
}
