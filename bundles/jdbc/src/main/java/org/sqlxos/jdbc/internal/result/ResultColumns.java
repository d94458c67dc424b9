package org.sqlxos.jdbc.internal.result;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.value.JdbcTypes;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.DescribedColumn;

/** What is known of the columns of a result: what their values come from is not. */
public final class ResultColumns implements ResultSetMetaData {

  private static final int USUAL_WIDTH = 20;

  private final List<DescribedColumn> columns;

  public ResultColumns(List<DescribedColumn> columns) {
    this.columns = columns;
  }

  private DescribedColumn column(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "There is no column %d; the result has %d, counted from 1"
              .formatted(column, columns.size()));
    }
    return columns.get(column - 1);
  }

  private UniversalType type(int column) throws SQLException {
    return column(column).type().universal();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return column(column).type().name();
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return JdbcTypes.code(type(column));
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return JdbcTypes.javaClass(type(column)).getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return JdbcTypes.precision(type(column));
  }

  @Override
  public int getScale(int column) throws SQLException {
    return JdbcTypes.scale(type(column));
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    int precision = JdbcTypes.precision(type(column));
    return precision == 0 ? USUAL_WIDTH : precision + (isSigned(column) ? 1 : 0);
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return JdbcTypes.signed(type(column));
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return !isSigned(column);
  }

  @Override
  public int isNullable(int column) throws SQLException {
    column(column);
    return columnNullableUnknown;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public String getTableName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
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
}
