package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.NativeType;
import org.sqlxos.wirepack.api.ServerError;
import org.sqlxos.wirepack.api.StatementDescription;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/**
 * The statements of one connection of a driver: prepared, started, stopped, and what they fail
 * with.
 */
final class JdbcStatements {

  private final Connection connection;
  private final SessionParts parts;
  private final StatementCache statements;
  private final RunningStatement running = new RunningStatement();
  private final BusyRetry retry;
  private volatile boolean lost;
  private volatile @Nullable DatabaseError last;

  JdbcStatements(Connection connection, SessionParts parts) {
    this.connection = connection;
    this.parts = parts;
    this.statements = new StatementCache(connection);
    this.retry = new BusyRetry(parts.errors(), running);
  }

  RunningStatement running() {
    return running;
  }

  /** Calls the driver, again and again while others lock the database. */
  <T> T call(BusyRetry.Attempt<T> attempt, Deadline deadline) throws SQLException {
    return retry.run(attempt, deadline);
  }

  /** Prepares a statement and says that it runs from now on. */
  PreparedStatement start(TargetStatement statement, Deadline deadline) {
    if (deadline.passed()) {
      throw WireProblem.DEADLINE_PASSED.problem("The deadline had passed before the statement ran");
    }
    try {
      PreparedStatement prepared = retry.run(() -> statements.get(statement.text()), deadline);
      List<@Nullable Object> parameters = statement.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        parts.codecs().bind(prepared, i + 1, parameters.get(i));
      }
      running.start(() -> stop(prepared), deadline);
      parts.watch().wake();
      return prepared;
    } catch (SQLException e) {
      throw failed(e, statement.text());
    }
  }

  /** A driver forgets what comes before it has begun to run the statement. */
  private boolean stop(PreparedStatement prepared) {
    try {
      prepared.cancel();
      return true;
    } catch (SQLFeatureNotSupportedException e) {
      return abort();
    } catch (SQLException e) {
      // It ended by itself in this moment; whoever runs it sees why it should have.
      return false;
    }
  }

  /** Ends the connection, where that is the only way to end a statement. */
  private boolean abort() {
    lost = true;
    try {
      connection.abort(Thread::startVirtualThread);
    } catch (SQLException e) {
      // It is given up all the same, and closed when it is given back.
      return false;
    }
    return false;
  }

  /** Runs a statement of the pack at once, whatever the deadline. */
  void runAtOnce(String text) throws SQLException {
    statements.get(text).execute();
  }

  /** What a failed statement means; the connection may be lost by it. */
  ProblemException failed(SQLException error, String text) {
    statements.drop(text);
    last = DatabaseError.of(error);
    ErrorKind kind = parts.errors().kind(DatabaseError.of(error));
    if (kind == ErrorKind.LOST || kind == ErrorKind.CORRUPT || kind == ErrorKind.NOT_A_DATABASE) {
      lost = true;
    }
    return switch (running.stopped()) {
      case EXPIRED ->
          WireProblem.DEADLINE_PASSED.problem(
              "The statement was stopped at the deadline", "Ask for less, or allow more time.");
      case CANCELLED -> WireProblem.CANCELLED.problem("The statement was cancelled");
      case NONE -> parts.errors().whileRunning(DatabaseError.of(error));
    };
  }

  StatementDescription describe(String text, Deadline deadline) {
    try {
      PreparedStatement prepared = retry.run(() -> statements.get(text), deadline);
      int parameters = prepared.getParameterMetaData().getParameterCount();
      @Nullable ResultSetMetaData columns = prepared.getMetaData();
      return new StatementDescription(
          Collections.nCopies(parameters, NativeType.UNKNOWN),
          columns == null ? List.of() : JdbcColumns.of(columns));
    } catch (SQLException e) {
      throw failed(e, text);
    }
  }

  /** What the database said when it last refused something. */
  Optional<ServerError> serverError() {
    return Optional.ofNullable(last).map(DatabaseError::inItsWords);
  }

  /** A statement whose rows could not be closed is not used again. */
  void drop(String text) {
    statements.drop(text);
  }

  /** Whether the connection must not be used any more. */
  boolean lost() {
    return lost;
  }

  void lose() {
    lost = true;
  }
}
