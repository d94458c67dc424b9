package org.sqlxos.jdbc.internal.statement;

import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.lexis.Sql;
import org.sqlxos.jdbc.internal.lexis.Translation;

/** A statement without parameters, and what all statements have in common. */
public sealed class SqlxStatement extends StatementSettings permits ParameterSetters {

  final Runner runner;
  private final List<String> batch = new ArrayList<>();
  private Results results = new Results();
  private volatile boolean running;

  SqlxStatement(Host host, Wanted wanted) {
    super(host, wanted);
    runner = new Runner(link, this, this::resultClosed);
  }

  /** One that runs texts. */
  public static SqlxStatement plain(Host host, int type, int concurrency) throws SQLException {
    return new SqlxStatement(host, Wanted.of(type, concurrency));
  }

  /** Something that runs, and can be cancelled meanwhile. */
  @FunctionalInterface
  interface Run<T> {
    T run() throws SQLException;
  }

  final <T> T running(Run<T> run) throws SQLException {
    requireOpen();
    results.close();
    running = true;
    try {
      return run.run();
    } finally {
      running = false;
      warnings().take(host.notices());
    }
  }

  /** Runs statements one after the other; whether the first has rows. */
  final boolean runAll(List<Sql> statements, List<@Nullable Object> values, Wanted how)
      throws SQLException {
    return running(
        () -> {
          runner.forgetKeys();
          Results made = new Results();
          results = made;
          Runner.Limits limits = limits();
          int from = 0;
          for (Sql sql : statements) {
            List<@Nullable Object> own = values.subList(from, from + sql.parameters());
            made.add(runner.run(sql, own, how, limits));
            from += sql.parameters();
          }
          made.begin();
          return made.rows().isPresent();
        });
  }

  private boolean run(String text, Wanted.Keys keys) throws SQLException {
    return runAll(
        Translation.ofPlain(link.language(), text, escapes()), List.of(), wanted.with(keys));
  }

  final ResultSet rows(boolean hasRows) throws SQLException {
    if (!hasRows) {
      throw JdbcProblem.NO_RESULT.exception(
          "The statement returned no rows", "Use executeUpdate, or execute.");
    }
    return results.rows().orElseThrow();
  }

  final long count(boolean hasRows) throws SQLException {
    if (hasRows) {
      results.close();
      throw JdbcProblem.NO_RESULT.exception(
          "The statement returned rows", "Use executeQuery, or execute.");
    }
    return results.count();
  }

  static int small(long count) {
    return (int) Math.min(count, Integer.MAX_VALUE);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    return rows(run(sql, Wanted.Keys.NONE));
  }

  @Override
  public int executeUpdate(String sql) throws SQLException {
    return small(executeLargeUpdate(sql));
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    return count(run(sql, Wanted.Keys.NONE));
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    return run(sql, Wanted.Keys.NONE);
  }

  @Override
  public int executeUpdate(String sql, int keys) throws SQLException {
    return small(executeLargeUpdate(sql, keys));
  }

  @Override
  public int executeUpdate(String sql, int[] columns) throws SQLException {
    return small(executeLargeUpdate(sql, columns));
  }

  @Override
  public int executeUpdate(String sql, String[] columns) throws SQLException {
    return small(executeLargeUpdate(sql, columns));
  }

  @Override
  public long executeLargeUpdate(String sql, int keys) throws SQLException {
    return count(run(sql, Wanted.Keys.of(keys)));
  }

  @Override
  public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
    return count(run(sql, Wanted.Keys.of(columns)));
  }

  @Override
  public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
    return count(run(sql, Wanted.Keys.of(columns)));
  }

  @Override
  public boolean execute(String sql, int keys) throws SQLException {
    return run(sql, Wanted.Keys.of(keys));
  }

  @Override
  public boolean execute(String sql, int[] columns) throws SQLException {
    return run(sql, Wanted.Keys.of(columns));
  }

  @Override
  public boolean execute(String sql, String[] columns) throws SQLException {
    return run(sql, Wanted.Keys.of(columns));
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    requireOpen();
    batch.add(sql);
  }

  @Override
  public void clearBatch() throws SQLException {
    requireOpen();
    batch.clear();
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    return Arrays.stream(executeLargeBatch()).mapToInt(SqlxStatement::small).toArray();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    List<String> texts = List.copyOf(batch);
    batch.clear();
    long[] counts = new long[texts.size()];
    for (int i = 0; i < counts.length; i++) {
      try {
        counts[i] = executeLargeUpdate(texts.get(i));
      } catch (SQLException e) {
        throw failed(e, Arrays.copyOf(counts, i));
      }
    }
    return counts;
  }

  /**
   * @param counts of what was done, and stays unless it is rolled back
   */
  static BatchUpdateException failed(SQLException e, long[] counts) {
    return new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), counts, e);
  }

  @Override
  public final @Nullable ResultSet getResultSet() throws SQLException {
    requireOpen();
    return results.rows().orElse(null);
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return small(getLargeUpdateCount());
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    requireOpen();
    return results.count();
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    requireOpen();
    if (current != CLOSE_CURRENT_RESULT && current != CLOSE_ALL_RESULTS) {
      throw JdbcProblem.unsupported("To keep a result open behind the next");
    }
    return results.next(rows -> runner.set(rows, wanted.scrolls()));
  }

  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    requireOpen();
    return runner.keys();
  }

  @Override
  public final void cancel() throws SQLException {
    requireOpen();
    if (running || results.rows().isPresent()) {
      link.cancel();
    }
  }

  private void resultClosed() {
    try {
      if (!isClosed() && isCloseOnCompletion()) {
        close();
      }
    } catch (SQLException e) {
      // It is closed: that is what was wanted.
      warnings().clear();
    }
  }

  @Override
  public final void close() throws SQLException {
    if (toClosed()) {
      try {
        results.close();
      } finally {
        host.closed(this);
      }
    }
  }
}
