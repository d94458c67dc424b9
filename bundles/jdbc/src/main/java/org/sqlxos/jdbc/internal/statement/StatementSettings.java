package org.sqlxos.jdbc.internal.statement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.operation.api.Deadline;

/** How a statement is to run, and what else of it has nothing to do with running. */
abstract class StatementSettings implements Statement {

  final Host host;
  final Link link;
  final Wanted wanted;
  private final Warnings warnings = new Warnings();
  private long maxRows;
  private int fetchSize;
  private int maxFieldSize;
  private int timeoutSeconds;
  private boolean escapes = true;
  private boolean poolable;
  private boolean closeOnCompletion;
  private volatile boolean closed;

  StatementSettings(Host host, Wanted wanted) {
    this.host = host;
    this.link = host.link();
    this.wanted = wanted;
  }

  final void requireOpen() throws SQLException {
    if (closed) {
      throw JdbcProblem.CLOSED.exception("The statement is closed");
    }
  }

  /** Marks it closed; false if it was. */
  final boolean toClosed() {
    boolean before = closed;
    closed = true;
    return !before;
  }

  final boolean escapes() {
    return escapes;
  }

  /** What a run may take. */
  final Runner.Limits limits() {
    Deadline deadline = link.deadline(timeoutSeconds);
    return new Runner.Limits(deadline, maxRows);
  }

  final Warnings warnings() {
    return warnings;
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  @Override
  public final Connection getConnection() throws SQLException {
    requireOpen();
    return host.connection();
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    requireOpen();
    return maxFieldSize;
  }

  /** Remembered; values are never cut, which would change what they say. */
  @Override
  public final void setMaxFieldSize(int bytes) throws SQLException {
    requireOpen();
    maxFieldSize = notNegative(bytes);
  }

  private static int notNegative(int number) throws SQLException {
    if (number < 0) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("A limit is 0 or more, not " + number);
    }
    return number;
  }

  @Override
  public final int getMaxRows() throws SQLException {
    return (int) Math.min(getLargeMaxRows(), Integer.MAX_VALUE);
  }

  @Override
  public final void setMaxRows(int most) throws SQLException {
    setLargeMaxRows(most);
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    requireOpen();
    return maxRows;
  }

  @Override
  public final void setLargeMaxRows(long most) throws SQLException {
    requireOpen();
    if (most < 0) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("A limit is 0 or more, not " + most);
    }
    maxRows = most;
  }

  @Override
  public final void setEscapeProcessing(boolean enable) throws SQLException {
    requireOpen();
    escapes = enable;
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    requireOpen();
    return timeoutSeconds;
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    requireOpen();
    timeoutSeconds = notNegative(seconds);
  }

  @Override
  public final @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return warnings.first();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    requireOpen();
    warnings.clear();
  }

  /** Without effect, as where there are no updates of the row in sight. */
  @Override
  public final void setCursorName(@Nullable String name) throws SQLException {
    requireOpen();
  }

  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    requireOpen();
    if (direction < ResultSet.FETCH_FORWARD || direction > ResultSet.FETCH_UNKNOWN) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("There is no such direction");
    }
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    requireOpen();
    return ResultSet.FETCH_FORWARD;
  }

  /** Remembered; rows are read off the connection one by one in any case. */
  @Override
  public final void setFetchSize(int rows) throws SQLException {
    requireOpen();
    // The drivers of one family take the smallest number for what is the rule here.
    fetchSize = rows == Integer.MIN_VALUE ? 1 : notNegative(rows);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    requireOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetType() throws SQLException {
    requireOpen();
    return wanted.scrolls() ? ResultSet.TYPE_SCROLL_INSENSITIVE : ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    requireOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    requireOpen();
    this.poolable = poolable;
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    requireOpen();
    return poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    requireOpen();
    closeOnCompletion = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    requireOpen();
    return closeOnCompletion;
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw JdbcProblem.unsupported("To be unwrapped to " + type.getName());
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
