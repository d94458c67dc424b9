package org.sqlxos.security.internal.condition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/**
 * Whether a value can be one of a column at all. One that cannot equals none of the column's: a
 * token's text where the column has numbers must neither match nor break the request.
 */
final class Fitting {

  private static final int LONGEST_TEXT = 100;

  private Fitting() {}

  /**
   * The value as filters take it, in the one form that every reader of such texts knows; empty if
   * the column has no such value.
   */
  static Optional<Object> fit(Object value, UniversalType type) {
    String text = value.toString();
    return switch (type) {
      case IntegerType integer -> whole(text, integer.bits()).map(BigInteger::toString);
      case TextType bounded ->
          told(
              text,
              value instanceof String
                  && text.codePointCount(0, text.length()) <= bounded.length()
                  && text.indexOf('\0') < 0);
      case EnumType labels -> told(text, labels.labels().contains(text));
      case DecimalType _, FloatType _ -> number(text).map(BigDecimal::toPlainString);
      case TimestampType timestamp ->
          told(
              text,
              timestamp.zoned()
                  ? read(OffsetDateTime::parse, text).isPresent()
                  : read(LocalDateTime::parse, text).isPresent());
      case TimeType _ -> told(text, read(LocalTime::parse, text).isPresent());
      case BytesType _, ArrayType _ -> Optional.empty();
      case UniversalType.Simple simple -> simple(text, simple);
      case UniversalType.Special special -> told(text, special == UniversalType.Special.ANY);
    };
  }

  private static Optional<Object> told(String text, boolean fits) {
    return fits ? Optional.of(text) : Optional.empty();
  }

  /** The value as a JSON body gives it; empty if the column has no such value. */
  static Optional<Object> given(Object value, UniversalType type) {
    return fit(value, type)
        .map(
            fitting -> {
              String text = fitting.toString();
              return switch (type) {
                case IntegerType _ -> integer(new BigDecimal(text));
                case DecimalType _, FloatType _ -> new BigDecimal(text);
                case UniversalType.Simple simple when simple == UniversalType.Simple.BOOLEAN ->
                    Boolean.valueOf(text);
                default -> text;
              };
            });
  }

  /** 64 bits where they are enough, as a body's number is read. */
  private static Object integer(BigDecimal number) {
    return number.toBigInteger().bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static Optional<Object> simple(String text, UniversalType.Simple type) {
    return switch (type) {
      case BOOLEAN -> told(text, text.equals("true") || text.equals("false"));
      case DATE -> told(text, read(LocalDate::parse, text).isPresent());
      case UUID -> read(UUID::fromString, text).map(UUID::toString);
      case INTERVAL, JSON -> Optional.empty();
    };
  }

  private static Optional<BigInteger> whole(String text, int bits) {
    return number(text)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::toBigInteger)
        .filter(number -> number.bitLength() < bits);
  }

  // A short text can be a number of a thousand million digits.
  private static Optional<BigDecimal> number(String text) {
    return read(BigDecimal::new, text)
        .filter(number -> Math.abs((long) number.scale()) <= LONGEST_TEXT);
  }

  private static <T> Optional<T> read(Function<String, T> reader, String text) {
    try {
      return text.length() <= LONGEST_TEXT ? Optional.of(reader.apply(text)) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
