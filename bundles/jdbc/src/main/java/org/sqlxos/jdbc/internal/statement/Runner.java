package org.sqlxos.jdbc.internal.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.lexis.Sql;
import org.sqlxos.jdbc.internal.lexis.Translation;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.result.SqlxResultSet;
import org.sqlxos.jdbc.internal.rows.KeptRows;
import org.sqlxos.jdbc.internal.rows.Rows;
import org.sqlxos.jdbc.internal.rows.StreamedRows;
import org.sqlxos.jdbc.internal.value.ObjectReader;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.Language.GeneratedKeys;
import org.sqlxos.wirepack.api.NativeType;
import org.sqlxos.wirepack.api.StatementCursor;

/** Runs the statements of one {@link Statement}, and makes results of what comes. */
final class Runner {

  private static final List<DescribedColumn> NUMBER =
      List.of(
          new DescribedColumn(
              "GENERATED_KEY", new NativeType("bigint", new IntegerType(Long.SIZE))));

  private final Link link;
  private final Statement owner;
  private final Runnable onResultClosed;
  private final List<List<@Nullable Object>> keys = new ArrayList<>();
  private List<DescribedColumn> keyColumns = NUMBER;
  private @Nullable KeptRows keptKeys;

  Runner(Link link, Statement owner, Runnable onResultClosed) {
    this.link = link;
    this.owner = owner;
    this.onResultClosed = onResultClosed;
  }

  /**
   * What is known of a run.
   *
   * @param most at most so many rows are shown; 0 for all
   */
  record Limits(Deadline deadline, long most) {}

  /** No keys are known any more. */
  void forgetKeys() {
    keys.clear();
    keyColumns = NUMBER;
    keptKeys = null;
  }

  /** Runs one statement. */
  Results.Result run(Sql sql, List<@Nullable Object> values, Wanted wanted, Limits limits)
      throws SQLException {
    GeneratedKeys way = link.language().generatedKeys();
    boolean asks = wanted.keys().any();
    boolean returning = asks && way == GeneratedKeys.RETURNING && sql.changesSilently();
    String text = returning ? sql.with(returning(wanted.keys())).text() : sql.text();
    TargetStatement statement = new TargetStatement(text, values, List.of(), true);
    Begun begun = link.run(statement, limits.deadline(), cursor -> begin(cursor, limits));
    if (begun.rows() == null) {
      if (asks && way == GeneratedKeys.FIRST_NUMBER) {
        number(begun.cursor().generatedKey(), begun.cursor().affectedRows());
      }
      return new Results.Count(begun.cursor().affectedRows());
    }
    if (returning || (asks && sql.returns())) {
      keyColumns = begun.rows().columns();
      KeptRows kept = begun.rows().keep();
      keptKeys = keptKeys == null ? kept : keptKeys.and(kept);
      return new Results.Count(begun.cursor().affectedRows());
    }
    return set(begun.rows(), wanted.scrolls());
  }

  private record Begun(StatementCursor cursor, @Nullable StreamedRows rows) {}

  private Begun begin(StatementCursor cursor, Limits limits) {
    List<DescribedColumn> columns = cursor.columns();
    if (columns.isEmpty()) {
      return new Begun(cursor, null);
    }
    StreamedRows rows = new StreamedRows(link, cursor, columns, limits.most());
    link.reading(rows);
    return new Begun(cursor, rows);
  }

  /** Rows as a result. */
  Results.Set set(StreamedRows streamed, boolean scrolls) throws SQLException {
    List<DescribedColumn> columns = streamed.columns();
    Rows rows = scrolls ? streamed.keep() : streamed;
    return new Results.Set(
        new SqlxResultSet(
            rows,
            new ObjectReader(rows, columns, link.describesParameters()),
            columns,
            new SqlxResultSet.Origin(owner, onResultClosed, scrolls)),
        scrolls ? null : streamed);
  }

  private String returning(Wanted.Keys wanted) {
    return wanted.names().isEmpty()
        ? " RETURNING *"
        : wanted.names().stream()
            .map(name -> Translation.quoted(link.language(), name))
            .collect(Collectors.joining(", ", " RETURNING ", ""));
  }

  private void number(long first, long rows) {
    for (long i = 0; first != 0 && i < Math.max(1, rows); i++) {
      keys.add(List.of(first + i));
    }
  }

  /** The keys of the last run. */
  ResultSet keys() {
    KeptRows kept = keptKeys;
    return SqlxResultSet.of(kept == null ? KeptRows.of(keys) : kept, keyColumns);
  }
}
