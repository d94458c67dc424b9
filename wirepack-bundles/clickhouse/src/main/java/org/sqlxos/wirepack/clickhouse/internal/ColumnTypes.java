package org.sqlxos.wirepack.clickhouse.internal;

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

/** Names of column types that hold every value of a type, where 18.16 has one. */
final class ColumnTypes {

  private static final int MOST_DIGITS = 38;

  private ColumnTypes() {}

  static String of(UniversalType type) {
    return switch (type) {
      case Special _, TextType _, EnumType _, BytesType _, TimeType _ -> "String";
      case Simple simple -> simple(simple);
      case IntegerType integer -> "Int" + integer.bits();
      case DecimalType decimal -> decimal(decimal);
      case FloatType real -> "Float" + real.bits();
      case TimestampType timestamp -> timestamp.fraction() == 0 ? "DateTime" : "String";
      case ArrayType array -> "Array(" + of(array.element()) + ")";
    };
  }

  private static String simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> "UInt8";
      case DATE -> "Date";
      case INTERVAL, JSON -> "String";
      case UUID -> "UUID";
    };
  }

  /** A number whose digits nobody bounds is text, which loses none. */
  private static String decimal(DecimalType type) {
    boolean bounded =
        type.integerDigits() <= MOST_DIGITS && type.scale() <= MOST_DIGITS - type.integerDigits();
    int digits = bounded ? Math.max(1, type.integerDigits() + type.scale()) : 0;
    return bounded ? "Decimal(" + digits + ", " + type.scale() + ")" : "String";
  }
}
