package org.sqlxos.dialects.cassandra.internal;

import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.Special;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** Names of column types. None has a length, a precision or a scale. */
final class ColumnTypes {

  private ColumnTypes() {}

  static String of(UniversalType type) {
    return switch (type) {
      case Special _, TextType _, EnumType _ -> "text";
      case Simple simple -> simple(simple);
      case IntegerType integer -> integer(integer);
      case DecimalType _ -> "decimal";
      case FloatType real -> real.bits() == 32 ? "float" : "double";
      case BytesType _ -> "blob";
      case TimeType _ -> "time";
      case TimestampType _ -> "timestamp";
      case ArrayType array -> "frozen<list<" + of(array.element()) + ">>";
    };
  }

  private static String simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INTERVAL -> "duration";
      case UUID -> "uuid";
      case JSON -> "text";
    };
  }

  private static String integer(IntegerType type) {
    return switch (type.bits()) {
      case 8 -> "tinyint";
      case 16 -> "smallint";
      case 32 -> "int";
      default -> "bigint";
    };
  }
}
