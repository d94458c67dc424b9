package org.sqlxos.jdbc.internal.connection;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.lexis.Sql;
import org.sqlxos.jdbc.internal.lexis.Translation;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.link.Transaction;
import org.sqlxos.jdbc.internal.metadata.MetadataProxy;
import org.sqlxos.jdbc.internal.statement.SqlxPreparedStatement;
import org.sqlxos.jdbc.internal.statement.SqlxStatement;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/** A connection: its statements, its transactions, and whether it lives. */
public final class SqlxConnection extends ConnectionNames implements Connection {

  private final String url;
  private final String user;

  /**
   * @param url without user and parameters
   */
  public SqlxConnection(Link link, String url, String user) throws SQLException {
    super(link);
    this.url = url;
    this.user = user;
    link.locked(
        () -> {
          link.session().onNotice(notices());
          return true;
        });
  }

  @Override
  public Connection connection() {
    return this;
  }

  @Override
  public Statement createStatement() throws SQLException {
    return createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    requireOpen();
    return opened(SqlxStatement.plain(this, type, concurrency));
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    requireHeld(holdability);
    return createStatement(type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    requireOpen();
    return opened(SqlxPreparedStatement.of(this, sql, type, concurrency));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    requireHeld(holdability);
    return prepareStatement(sql, type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    requireOpen();
    return opened(SqlxPreparedStatement.withKeys(this, sql, keys));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
    requireOpen();
    return opened(SqlxPreparedStatement.withKeys(this, sql, columns));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
    requireOpen();
    return opened(SqlxPreparedStatement.withKeys(this, sql, columns));
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    throw JdbcProblem.UNSUPPORTED.exception(
        "A CallableStatement is not supported",
        "Prepare the same text with prepareStatement: {call p(?)} works there, and a function's"
            + " result is read with SELECT f(?).");
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    return prepareCall(sql);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return prepareCall(sql);
  }

  @Override
  public String nativeSQL(String sql) throws SQLException {
    requireOpen();
    return String.join(
        "; ",
        Translation.ofPrepared(link().language(), sql, true).stream().map(Sql::text).toList());
  }

  @Override
  public void setAutoCommit(boolean automatic) throws SQLException {
    transaction(
        transaction -> {
          transaction.automatic(automatic, Link.toEnd());
          return true;
        });
  }

  /** Something that is done with the transaction. */
  @FunctionalInterface
  private interface Step<T> {
    T of(Transaction transaction);
  }

  private <T> T transaction(Step<T> step) throws SQLException {
    requireOpen();
    return link().call(() -> step.of(link().transaction()));
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    requireOpen();
    return link().transaction().automatic();
  }

  @Override
  public void commit() throws SQLException {
    transaction(
        transaction -> {
          transaction.commit(Link.toEnd());
          return true;
        });
  }

  @Override
  public void rollback() throws SQLException {
    transaction(
        transaction -> {
          transaction.rollback();
          return true;
        });
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    return new SqlxSavepoint(transaction(transaction -> transaction.savepoint(Link.toEnd())), null);
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    return new SqlxSavepoint(transaction(transaction -> transaction.savepoint(Link.toEnd())), name);
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    org.sqlxos.wirepack.api.Savepoint own = SqlxSavepoint.own(savepoint);
    transaction(
        transaction -> {
          transaction.rollbackTo(own, Link.toEnd());
          return true;
        });
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    org.sqlxos.wirepack.api.Savepoint own = SqlxSavepoint.own(savepoint);
    transaction(
        transaction -> {
          transaction.release(own, Link.toEnd());
          return true;
        });
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    transaction(
        transaction -> {
          transaction.readOnly(readOnly);
          return true;
        });
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    requireOpen();
    return link().transaction().readOnly();
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    transaction(
        transaction -> {
          transaction.isolation(Levels.of(level));
          return true;
        });
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    requireOpen();
    return Levels.constant(link().transaction().isolation());
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    requireHeld(holdability);
  }

  private void requireHeld(int holdability) throws SQLException {
    requireOpen();
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("There is no such holdability");
    }
  }

  /** Results stay open in any case: what is left of them is kept when a transaction ends. */
  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    requireOpen();
    return MetadataProxy.of(this, url, user);
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    warnings().take(notices());
    return warnings().first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    requireOpen();
    warnings().take(notices());
    warnings().clear();
  }

  @Override
  public void setNetworkTimeout(@Nullable Executor executor, int millis) throws SQLException {
    requireOpen();
    if (millis < 0) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("A timeout is 0 or more, not " + millis);
    }
    link().networkTimeoutMillis(millis);
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    requireOpen();
    return link().networkTimeoutMillis();
  }

  @Override
  public boolean isValid(int seconds) throws SQLException {
    if (seconds < 0) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("A timeout is 0 or more, not " + seconds);
    }
    if (!link().usable()) {
      return false;
    }
    try {
      link().ask(IntrospectionQuery.VERSION, link().deadline(seconds));
      return true;
    } catch (SQLException e) {
      // A transaction that has failed refuses everything: the connection is well all the same.
      return link().usable() && "25P02".equals(e.getSQLState());
    }
  }

  @Override
  public void abort(Executor executor) {
    executor.execute(
        () -> {
          link().cancel();
          link().close();
        });
  }

  @Override
  public void close() throws SQLException {
    closeStatements();
    link().close();
  }

  @Override
  public boolean isClosed() {
    return link().closed();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    if (type.isInstance(link().session())) {
      return type.cast(link().session());
    }
    throw JdbcProblem.unsupported("To be unwrapped to " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this) || type.isInstance(link().session());
  }
}
