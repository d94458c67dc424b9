package org.sqlxos.jdbc.internal.value;

import java.sql.Types;
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

/** Universal types as those of {@link Types}, with what JDBC wants to know of each. */
public final class JdbcTypes {

  private static final int DATE_WIDTH = 10;
  private static final int TIME_WIDTH = 8;
  private static final int ZONE_WIDTH = 6;
  private static final int UUID_WIDTH = 36;

  private JdbcTypes() {}

  /** The constant of {@link Types}. */
  public static int code(UniversalType type) {
    return switch (type) {
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case INTERVAL, UUID, JSON -> Types.OTHER;
          };
      case IntegerType integer ->
          switch (integer.bits()) {
            case 8 -> Types.TINYINT;
            case 16 -> Types.SMALLINT;
            case 32 -> Types.INTEGER;
            default -> Types.BIGINT;
          };
      case DecimalType _ -> Types.NUMERIC;
      case FloatType number -> number.bits() == Float.SIZE ? Types.REAL : Types.DOUBLE;
      case TextType _, EnumType _ -> Types.VARCHAR;
      case BytesType _ -> Types.BINARY;
      case TimeType _ -> Types.TIME;
      case TimestampType timestamp ->
          timestamp.zoned() ? Types.TIMESTAMP_WITH_TIMEZONE : Types.TIMESTAMP;
      case ArrayType _ -> Types.ARRAY;
      case Special.NEVER -> Types.NULL;
      case Special.ANY -> Types.OTHER;
    };
  }

  /** The class that {@code getObject} gives. */
  public static Class<?> javaClass(UniversalType type) {
    return switch (type) {
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> Boolean.class;
            case DATE -> java.sql.Date.class;
            case UUID -> java.util.UUID.class;
            case INTERVAL, JSON -> String.class;
          };
      case IntegerType integer -> integer.bits() == Long.SIZE ? Long.class : Integer.class;
      case DecimalType _ -> java.math.BigDecimal.class;
      case FloatType number -> number.bits() == Float.SIZE ? Float.class : Double.class;
      case TextType _, EnumType _ -> String.class;
      case BytesType _ -> byte[].class;
      case TimeType _ -> java.sql.Time.class;
      case TimestampType timestamp ->
          timestamp.zoned() ? java.time.OffsetDateTime.class : java.sql.Timestamp.class;
      case ArrayType _ -> java.sql.Array.class;
      case Special _ -> Object.class;
    };
  }

  /** Digits, characters or bytes at most; 0 where that is not known or not bounded. */
  public static int precision(UniversalType type) {
    return switch (type) {
      case IntegerType integer -> integer.digits();
      case DecimalType decimal ->
          decimal.scale() == UniversalType.UNBOUNDED
                  || decimal.integerDigits() == UniversalType.UNBOUNDED
              ? 0
              : decimal.integerDigits() + decimal.scale();
      case FloatType number -> number.bits() == Float.SIZE ? 8 : 17;
      case TextType text -> bounded(text.length());
      case BytesType bytes -> bounded(bytes.length());
      case TimeType time -> TIME_WIDTH + fraction(time.fraction());
      case TimestampType timestamp ->
          DATE_WIDTH
              + 1
              + TIME_WIDTH
              + fraction(timestamp.fraction())
              + (timestamp.zoned() ? ZONE_WIDTH : 0);
      case EnumType labels -> labels.labels().stream().mapToInt(String::length).max().orElse(0);
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> 1;
            case DATE -> DATE_WIDTH;
            case UUID -> UUID_WIDTH;
            case INTERVAL, JSON -> 0;
          };
      case ArrayType _, Special _ -> 0;
    };
  }

  private static int fraction(int digits) {
    return digits == 0 ? 0 : digits + 1;
  }

  private static int bounded(int length) {
    return length == UniversalType.UNBOUNDED ? 0 : length;
  }

  /** Digits behind the point, or of a second. */
  public static int scale(UniversalType type) {
    return switch (type) {
      case DecimalType decimal -> bounded(decimal.scale());
      case TimeType time -> time.fraction();
      case TimestampType timestamp -> timestamp.fraction();
      default -> 0;
    };
  }

  /** Whether values have a sign. */
  public static boolean signed(UniversalType type) {
    return type instanceof IntegerType || type instanceof DecimalType || type instanceof FloatType;
  }
}
