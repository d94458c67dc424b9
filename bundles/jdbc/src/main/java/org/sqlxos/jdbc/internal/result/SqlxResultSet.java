package org.sqlxos.jdbc.internal.result;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.rows.Position;
import org.sqlxos.jdbc.internal.rows.Rows;
import org.sqlxos.jdbc.internal.value.ObjectReader;
import org.sqlxos.wirepack.api.DescribedColumn;

/** The rows of one result. It is a little long because the interface is. */
public final class SqlxResultSet extends ValueGetters {

  private final Rows rows;
  private final List<DescribedColumn> columns;
  private final ObjectReader reader;
  private final @Nullable Statement statement;
  private final Runnable onClose;
  private final boolean scrolls;
  private @Nullable Map<String, Integer> byName;
  private int direction = FETCH_FORWARD;
  private int fetchSize;
  private boolean closed;

  public SqlxResultSet(
      Rows rows, ObjectReader reader, List<DescribedColumn> columns, Origin origin) {
    this.rows = rows;
    this.columns = columns;
    this.reader = reader;
    this.statement = origin.statement();
    this.onClose = origin.onClose();
    this.scrolls = origin.scrolls();
  }

  /**
   * Where a result comes from.
   *
   * @param statement that it came of; null if of none
   * @param onClose called once it has been closed
   * @param scrolls whether its rows can be gone to and fro
   */
  public record Origin(@Nullable Statement statement, Runnable onClose, boolean scrolls) {}

  @Override
  ObjectReader reader() throws SQLException {
    requireOpen();
    return reader;
  }

  @Override
  int columnCount() {
    return columns.size();
  }

  private Position position() throws SQLException {
    requireOpen();
    return rows.position();
  }

  private void requireOpen() throws SQLException {
    if (closed) {
      throw JdbcProblem.CLOSED.exception("The result is closed");
    }
  }

  @Override
  public boolean next() throws SQLException {
    requireOpen();
    return rows.next();
  }

  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      try {
        rows.close();
      } finally {
        onClose.run();
      }
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public int findColumn(String label) throws SQLException {
    requireOpen();
    Map<String, Integer> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (int i = columns.size() - 1; i >= 0; i--) {
        known.put(columns.get(i).name().toLowerCase(Locale.ROOT), i + 1);
      }
      for (int i = columns.size() - 1; i >= 0; i--) {
        known.put(columns.get(i).name(), i + 1);
      }
      byName = known;
    }
    Integer column = known.get(label);
    column = column == null ? known.get(label.toLowerCase(Locale.ROOT)) : column;
    if (column == null) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "The result has no column \"" + label + "\"",
          "It has: " + String.join(", ", columns.stream().map(DescribedColumn::name).toList()));
    }
    return column;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    requireOpen();
    return new ResultColumns(columns);
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    requireOpen();
    return statement;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    return position().beforeFirst();
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    return position().afterLast();
  }

  @Override
  public boolean isFirst() throws SQLException {
    return position().row() == 1;
  }

  @Override
  public boolean isLast() throws SQLException {
    return position().last();
  }

  @Override
  public void beforeFirst() throws SQLException {
    position().go(0);
  }

  @Override
  public void afterLast() throws SQLException {
    position().go(position().count() + 1);
  }

  @Override
  public boolean first() throws SQLException {
    return position().go(1);
  }

  @Override
  public boolean last() throws SQLException {
    return position().go(position().count());
  }

  @Override
  public int getRow() throws SQLException {
    return position().row();
  }

  @Override
  public boolean absolute(int row) throws SQLException {
    return position().go(row < 0 ? position().count() + 1 + row : row);
  }

  @Override
  public boolean relative(int offset) throws SQLException {
    Position here = position();
    int row = here.afterLast() ? here.count() + 1 : here.row();
    return here.go(row + offset);
  }

  @Override
  public boolean previous() throws SQLException {
    return relative(-1);
  }

  @Override
  public void setFetchDirection(int direction) throws SQLException {
    requireOpen();
    if (direction != FETCH_FORWARD && !scrolls) {
      throw JdbcProblem.unsupported("Another direction than forward");
    }
    this.direction = direction;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    requireOpen();
    return direction;
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    requireOpen();
    if (rows < 0) {
      throw JdbcProblem.UNKNOWN_OPTION.exception("A fetch size is 0 or more");
    }
    fetchSize = rows;
  }

  @Override
  public int getFetchSize() throws SQLException {
    requireOpen();
    return fetchSize;
  }

  @Override
  public int getType() throws SQLException {
    requireOpen();
    return scrolls ? TYPE_SCROLL_INSENSITIVE : TYPE_FORWARD_ONLY;
  }

  @Override
  public int getConcurrency() throws SQLException {
    requireOpen();
    return CONCUR_READ_ONLY;
  }

  @Override
  public int getHoldability() throws SQLException {
    requireOpen();
    return HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public String getCursorName() throws SQLException {
    throw JdbcProblem.unsupported("A named cursor");
  }

  @Override
  public boolean rowUpdated() throws SQLException {
    requireOpen();
    return false;
  }

  @Override
  public boolean rowInserted() throws SQLException {
    requireOpen();
    return false;
  }

  @Override
  public boolean rowDeleted() throws SQLException {
    requireOpen();
    return false;
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    requireOpen();
    return null;
  }

  @Override
  public void clearWarnings() throws SQLException {
    requireOpen();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw JdbcProblem.unsupported("To be unwrapped to " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  /** Rows that were never on a connection. */
  public static ResultSet of(Rows kept, List<DescribedColumn> columns) {
    return new SqlxResultSet(
        kept, new ObjectReader(kept, columns, true), columns, new Origin(null, () -> {}, true));
  }
}
