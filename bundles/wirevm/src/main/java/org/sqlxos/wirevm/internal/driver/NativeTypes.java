package org.sqlxos.wirevm.internal.driver;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.sqlxos.wirevm.internal.pack.MetadataSettings.TypeNames;

/** The type of a column as it is declared, put together again from what a driver says of it. */
record NativeTypes(TypeNames names) {

  String of(ResultSet column) throws SQLException {
    int code = column.getInt("DATA_TYPE");
    long size = column.getLong("COLUMN_SIZE");
    int digits = column.getInt("DECIMAL_DIGITS");
    boolean digitsKnown = !column.wasNull();
    String name =
        switch (names) {
          case NATIVE -> column.getString("TYPE_NAME");
          case STANDARD -> standard(code, column.getString("TYPE_NAME"));
        };
    if (name.contains("()")) {
      return name.replaceFirst("\\s*\\(\\)", "(" + size + ")");
    }
    return name.indexOf('(') >= 0 ? name : name + size(code, size, digitsKnown ? digits : -1);
  }

  private static String standard(int code, String unknown) {
    try {
      return JDBCType.valueOf(code).getName();
    } catch (IllegalArgumentException e) {
      return unknown;
    }
  }

  private static String size(int code, long size, int digits) {
    return switch (code) {
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.BINARY, Types.VARBINARY ->
          size > 0 && size < Integer.MAX_VALUE ? "(" + size + ")" : "";
      case Types.DECIMAL, Types.NUMERIC ->
          size > 0 && digits >= 0 ? "(" + size + "," + digits + ")" : "";
      case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
          digits >= 0 && digits <= 9 ? "(" + digits + ")" : "";
      default -> "";
    };
  }
}
