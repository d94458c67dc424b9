package org.sqlxos.dialects.sqlite.internal;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

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

/**
 * Names of column types. SQLite takes any name and derives an affinity from it; these are chosen
 * such that the affinity leaves every value as it is written, and that the name is read back as the
 * same universal type.
 */
final class ColumnTypes {

  /** More digits than these would be rounded by a column with a numeric affinity. */
  private static final int EXACT_DIGITS = 15;

  private ColumnTypes() {}

  static String of(UniversalType type) {
    return switch (type) {
      // No name, no affinity: the only column that changes nothing.
      case Special _ -> "";
      case Simple simple -> simple(simple);
      case IntegerType integer -> integer(integer);
      case DecimalType decimal -> decimal(decimal);
      case FloatType _ -> "REAL";
      case TextType text -> text.length() == UNBOUNDED ? "TEXT" : "VARCHAR(" + text.length() + ")";
      case BytesType bytes -> bytes.length() == UNBOUNDED ? "BLOB" : "BLOB(" + bytes.length() + ")";
      case TimeType time -> "TIME(" + time.fraction() + ")";
      case TimestampType timestamp ->
          (timestamp.zoned() ? "TIMESTAMPTZ(" : "TIMESTAMP(") + timestamp.fraction() + ")";
      case ArrayType array -> array(array);
      case EnumType _ -> "TEXT";
    };
  }

  private static String simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case INTERVAL -> "INTERVAL";
      case UUID -> "UUID";
      case JSON -> "JSON";
    };
  }

  private static String integer(IntegerType type) {
    return switch (type.bits()) {
      case 8 -> "INT1";
      case 16 -> "SMALLINT";
      case 32 -> "INT4";
      default -> "INTEGER";
    };
  }

  private static String decimal(DecimalType type) {
    long digits = (long) type.integerDigits() + type.scale();
    boolean exact = digits <= EXACT_DIGITS;
    return exact ? "DECIMAL(" + digits + "," + type.scale() + ")" : "TEXT";
  }

  /** Arrays are JSON in text; of arrays of arrays only that much is declared. */
  private static String array(ArrayType type) {
    return switch (type.element()) {
      case ArrayType _, Special _, EnumType _ -> "JSON";
      case TextType _ -> "TEXT ARRAY";
      case BytesType _ -> "JSON";
      case TimeType _ -> "TIME ARRAY";
      case TimestampType element -> element.zoned() ? "TIMESTAMPTZ ARRAY" : "TIMESTAMP ARRAY";
      case Simple element -> simple(element) + " ARRAY";
      case IntegerType element -> element.bits() == 8 ? "INT2 ARRAY" : integer(element) + " ARRAY";
      case FloatType _ -> "REAL ARRAY";
      case DecimalType _ -> "DECIMAL ARRAY";
    };
  }
}
