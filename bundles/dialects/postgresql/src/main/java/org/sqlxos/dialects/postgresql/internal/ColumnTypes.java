package org.sqlxos.dialects.postgresql.internal;

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

/** Names of column types: the narrowest that holds every value. */
final class ColumnTypes {

  /** Source: "Numeric Types" and "Character Types" of the manual. */
  private static final int MOST_DIGITS = 1000;

  private static final int LONGEST_VARCHAR = 10_485_760;

  /** Microseconds; what is finer would be rounded. */
  private static final int FINEST_FRACTION = 6;

  private ColumnTypes() {}

  static String of(UniversalType type) {
    return switch (type) {
      case Special _ -> "text";
      case Simple simple -> simple(simple);
      case IntegerType integer -> integer(integer);
      case DecimalType decimal -> decimal(decimal);
      case FloatType floating -> floating.bits() == 32 ? "real" : "double precision";
      case TextType text ->
          text.length() > LONGEST_VARCHAR ? "text" : "varchar(" + text.length() + ")";
      case BytesType _ -> "bytea";
      case TimeType time -> fraction("time", time.fraction());
      case TimestampType timestamp ->
          fraction(timestamp.zoned() ? "timestamptz" : "timestamp", timestamp.fraction());
      case ArrayType array -> array(array);
      // A type of its own would have to be created before the table, and changed with the labels.
      case EnumType _ -> "text";
    };
  }

  private static String simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INTERVAL -> "interval";
      case UUID -> "uuid";
      // Not json, which can neither be compared nor sorted.
      case JSON -> "jsonb";
    };
  }

  private static String integer(IntegerType type) {
    return switch (type.bits()) {
      case 8, 16 -> "smallint";
      case 32 -> "integer";
      default -> "bigint";
    };
  }

  private static String decimal(DecimalType type) {
    boolean bounded = type.integerDigits() != UNBOUNDED && type.scale() != UNBOUNDED;
    long digits = (long) type.integerDigits() + type.scale();
    return bounded && digits <= MOST_DIGITS
        ? "numeric(" + digits + "," + type.scale() + ")"
        : "numeric";
  }

  /** Text where the fraction is finer than what the database keeps: ISO 8601 sorts as it is. */
  private static String fraction(String name, int digits) {
    return digits <= FINEST_FRACTION ? name + "(" + digits + ")" : "text";
  }

  /** An array of arrays has rows of one length only, so it is kept as a document. */
  private static String array(ArrayType type) {
    return type.element() instanceof ArrayType ? "jsonb" : of(type.element()) + "[]";
  }
}
