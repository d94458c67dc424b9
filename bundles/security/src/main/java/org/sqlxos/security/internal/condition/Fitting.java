package org.sqlxos.security.internal.condition;

import java.math.BigDecimal;
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

  private Fitting() {}

  /** The value as text or truth, as filters take it; empty if the column has no such value. */
  static Optional<Object> fit(Object value, UniversalType type) {
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    boolean fits =
        switch (type) {
          case IntegerType integer -> whole(text, integer.bits());
          case TextType bounded ->
              value instanceof String
                  && text.codePointCount(0, text.length()) <= bounded.length()
                  && text.indexOf('\0') < 0;
          case EnumType labels -> labels.labels().contains(text);
          case DecimalType _, FloatType _ -> parses(BigDecimal::new, text);
          case TimestampType timestamp ->
              timestamp.zoned()
                  ? parses(OffsetDateTime::parse, text)
                  : parses(LocalDateTime::parse, text);
          case TimeType _ -> parses(LocalTime::parse, text);
          case BytesType _, ArrayType _ -> false;
          case UniversalType.Simple simple -> simple(text, simple);
          case UniversalType.Special special -> special == UniversalType.Special.ANY;
        };
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

  private static boolean simple(String text, UniversalType.Simple type) {
    return switch (type) {
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case DATE -> parses(LocalDate::parse, text);
      case UUID -> parses(UUID::fromString, text);
      case INTERVAL, JSON -> false;
    };
  }

  private static boolean whole(String text, int bits) {
    if (text.length() > 20 || !parses(BigDecimal::new, text)) {
      return false;
    }
    BigDecimal number = new BigDecimal(text);
    // A short text can be a number of a thousand million digits.
    return number.scale() <= 0
        && number.precision() - (long) number.scale() <= 20
        && number.toBigInteger().bitLength() < bits;
  }

  private static boolean parses(Function<String, ?> reader, String text) {
    try {
      return text.length() <= 100 && reader.apply(text) != null;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }
}
