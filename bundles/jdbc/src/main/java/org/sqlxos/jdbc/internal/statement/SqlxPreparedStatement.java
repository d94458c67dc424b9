package org.sqlxos.jdbc.internal.statement;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.lexis.Sql;
import org.sqlxos.jdbc.internal.lexis.Translation;
import org.sqlxos.jdbc.internal.result.ResultColumns;
import org.sqlxos.jdbc.internal.value.Parameters;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Language.GeneratedKeys;
import org.sqlxos.wirepack.api.NativeType;
import org.sqlxos.wirepack.api.StatementDescription;

/** A statement with places for values. */
public final class SqlxPreparedStatement extends ParameterSetters {

  private static final Object UNSET = new Object();

  private final List<Sql> statements;
  private final Wanted how;
  private final @Nullable Object[] values;
  private final List<@Nullable Object[]> batch = new ArrayList<>();

  private SqlxPreparedStatement(Host host, Wanted how, List<Sql> statements) {
    super(host, how);
    this.how = how;
    this.statements = statements;
    this.values = new Object[statements.stream().mapToInt(Sql::parameters).sum()];
    Arrays.fill(values, UNSET);
  }

  /** One whose rows can be read in some way. */
  public static SqlxPreparedStatement of(Host host, String text, int type, int concurrency)
      throws SQLException {
    return of(host, text, Wanted.of(type, concurrency));
  }

  /** One that tells generated keys, as the constant of {@link java.sql.Statement} says. */
  public static SqlxPreparedStatement withKeys(Host host, String text, int keys)
      throws SQLException {
    return of(host, text, new Wanted(false, Wanted.Keys.of(keys)));
  }

  /** One that tells columns of new rows. */
  public static SqlxPreparedStatement withKeys(Host host, String text, String[] columns)
      throws SQLException {
    return of(host, text, new Wanted(false, Wanted.Keys.of(columns)));
  }

  /** One that tells columns of new rows. */
  public static SqlxPreparedStatement withKeys(Host host, String text, int[] columns)
      throws SQLException {
    return of(host, text, new Wanted(false, Wanted.Keys.of(columns)));
  }

  private static SqlxPreparedStatement of(Host host, String text, Wanted how) {
    return new SqlxPreparedStatement(
        host, how, Translation.ofPrepared(host.link().language(), text, true));
  }

  @Override
  void set(int index, @Nullable Object value) throws SQLException {
    requireOpen();
    if (index < 1 || index > values.length) {
      throw JdbcProblem.PARAMETERS.exception(
          "There is no parameter %d; the statement has %d, counted from 1"
              .formatted(index, values.length));
    }
    values[index - 1] = value;
  }

  @Override
  public void clearParameters() throws SQLException {
    requireOpen();
    Arrays.fill(values, UNSET);
  }

  /** The values as a session takes them: the server is asked what it expects, if it says. */
  private List<@Nullable Object> bound(@Nullable Object[] given) throws SQLException {
    List<@Nullable Object> bound = new ArrayList<>(given.length);
    boolean asks = given.length > 0 && link.describesParameters();
    List<NativeType> types = asks ? parameterTypes() : List.of();
    for (int i = 0; i < given.length; i++) {
      if (given[i] == UNSET) {
        throw JdbcProblem.PARAMETERS.exception("Parameter %d has no value".formatted(i + 1));
      }
      UniversalType target = i < types.size() ? types.get(i).universal() : UniversalType.ANY;
      bound.add(Parameters.of(given[i], target));
    }
    return bound;
  }

  private List<NativeType> parameterTypes() throws SQLException {
    List<NativeType> types = new ArrayList<>();
    Deadline deadline = limits().deadline();
    for (Sql sql : statements) {
      if (sql.parameters() > 0) {
        types.addAll(link.describe(sql.text(), deadline).parameters());
      }
    }
    return types;
  }

  private boolean run() throws SQLException {
    requireOpen();
    return runAll(statements, bound(values), how);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return rows(run());
  }

  @Override
  public int executeUpdate() throws SQLException {
    return small(executeLargeUpdate());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return count(run());
  }

  @Override
  public boolean execute() throws SQLException {
    return run();
  }

  @Override
  public void addBatch() throws SQLException {
    requireOpen();
    batch.add(values.clone());
  }

  @Override
  public void clearBatch() throws SQLException {
    requireOpen();
    batch.clear();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    List<@Nullable Object[]> rows = List.copyOf(batch);
    batch.clear();
    runner.forgetKeys();
    if (rows.isEmpty()) {
      return new long[0];
    }
    return how.keys().any() && link.language().generatedKeys() != GeneratedKeys.NONE
        ? oneByOne(rows)
        : together(rows);
  }

  /** All or none: so the counts of a batch that fails say that nothing was done. */
  private long[] together(List<@Nullable Object[]> rows) throws SQLException {
    try {
      List<List<@Nullable Object>> bound = new ArrayList<>();
      for (@Nullable Object[] row : rows) {
        bound.add(bound(row));
      }
      TargetStatement statement = new TargetStatement(single().text(), List.of(), List.of(), true);
      return running(() -> link.runBatch(statement, bound, limits().deadline()));
    } catch (SQLException e) {
      long[] counts = new long[rows.size()];
      Arrays.fill(counts, EXECUTE_FAILED);
      throw failed(e, counts);
    }
  }

  /** Keys are told of single executions only. */
  private long[] oneByOne(List<@Nullable Object[]> rows) throws SQLException {
    long[] counts = new long[rows.size()];
    for (int i = 0; i < counts.length; i++) {
      List<@Nullable Object> row = bound(rows.get(i));
      try {
        Results.Result result = running(() -> runner.run(single(), row, how, limits()));
        counts[i] = result instanceof Results.Count count ? count.rows() : SUCCESS_NO_INFO;
      } catch (SQLException e) {
        throw failed(e, Arrays.copyOf(counts, i));
      }
    }
    return counts;
  }

  private Sql single() throws SQLException {
    if (statements.size() != 1) {
      throw JdbcProblem.unsupported("A batch of several statements");
    }
    return statements.getFirst();
  }

  private StatementDescription description() throws SQLException {
    requireOpen();
    return link.describe(single().text(), limits().deadline());
  }

  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    StatementDescription description = description();
    return description.columns().isEmpty() ? null : new ResultColumns(description.columns());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    return new ParameterTypes(description().parameters());
  }

  private static SQLException hasText() {
    return JdbcProblem.UNSUPPORTED.exception(
        "A prepared statement takes no other text", "Use a Statement for it.");
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw hasText();
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    throw hasText();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw hasText();
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw hasText();
  }
}
