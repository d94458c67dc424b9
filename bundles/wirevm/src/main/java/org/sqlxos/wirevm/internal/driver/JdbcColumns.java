package org.sqlxos.wirevm.internal.driver;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.NativeType;

/** What a driver says of the columns of a result. */
final class JdbcColumns {

  private JdbcColumns() {}

  static List<DescribedColumn> of(ResultSetMetaData columns) throws SQLException {
    List<DescribedColumn> described = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      @Nullable String type = columns.getColumnTypeName(i);
      described.add(
          new DescribedColumn(
              columns.getColumnLabel(i),
              new NativeType(type == null ? "" : type, UniversalType.ANY)));
    }
    return described;
  }
}
