package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.Interval;

/**
 * Values that a caller gave, as what a type wants. A value of another class is converted if nothing
 * of it is lost, and refused otherwise.
 */
final class Given {

  /** No database keeps more digits before or behind the point; more would only fill memory. */
  private static final int MOST_DIGITS = 200_000;

  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Given() {}

  static long integer(Object value, String expected) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number;
      case Boolean truth -> truth ? 1 : 0;
      default -> {
        BigInteger whole = whole(value, expected);
        if (whole.compareTo(LONG_MIN) < 0 || whole.compareTo(LONG_MAX) > 0) {
          throw Refusal.of(expected, value);
        }
        yield whole.longValue();
      }
    };
  }

  static BigInteger whole(Object value, String expected) {
    if (value instanceof Boolean truth) {
      return truth ? BigInteger.ONE : BigInteger.ZERO;
    }
    BigDecimal shortest = decimal(value, expected).stripTrailingZeros();
    if (shortest.scale() > 0) {
      throw Refusal.of(expected, value);
    }
    return shortest.toBigInteger();
  }

  static BigDecimal decimal(Object value, String expected) {
    BigDecimal decimal =
        switch (value) {
          case BigDecimal number -> number;
          case BigInteger number -> new BigDecimal(number);
          case Long number -> BigDecimal.valueOf(number);
          case Integer number -> BigDecimal.valueOf(number);
          case Short number -> BigDecimal.valueOf(number);
          case Byte number -> BigDecimal.valueOf(number);
          case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
          case Float number when Float.isFinite(number) -> new BigDecimal(number.toString());
          case String text -> decimal(text, expected);
          default -> throw Refusal.of(expected, value);
        };
    if (isLong(decimal)) {
      throw Refusal.of(expected, value);
    }
    return decimal;
  }

  private static BigDecimal decimal(String text, String expected) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw Refusal.of(expected, text);
    }
  }

  private static boolean isLong(BigDecimal decimal) {
    return decimal.scale() > MOST_DIGITS
        || (long) decimal.precision() - decimal.scale() > MOST_DIGITS;
  }

  static boolean truth(Object value, String expected) {
    return switch (value) {
      case Boolean truth -> truth;
      case Long number when number == 0 || number == 1 -> number == 1;
      case Integer number when number == 0 || number == 1 -> number == 1;
      case String text ->
          switch (text) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw Refusal.of(expected, value);
          };
      default -> throw Refusal.of(expected, value);
    };
  }

  static byte[] bytes(Object value, String expected) {
    return switch (value) {
      case byte[] bytes -> bytes;
      case String text -> {
        try {
          yield Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
          throw Refusal.of(expected, value);
        }
      }
      default -> throw Refusal.of(expected, value);
    };
  }

  /** Text, or what has one obvious notation. */
  static String text(Object value, String expected) {
    return switch (value) {
      case String text -> text;
      case JsonValue json -> json.text();
      case BigDecimal number -> decimal(number, expected).toPlainString();
      case Long _, Integer _, Short _, Byte _, BigInteger _ -> value.toString();
      case Double _, Float _, Boolean _, UUID _, Interval _ -> value.toString();
      case LocalDate _, Instant _ -> value.toString();
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case OffsetTime time -> DateTimeFormatter.ISO_OFFSET_TIME.format(time);
      case LocalDateTime timestamp -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp);
      case OffsetDateTime moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
      default -> throw Refusal.of(expected, value);
    };
  }

  /** Text that UTF-8 can hold: no half of a surrogate pair stands alone. */
  static String encodable(String text, String expected) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!pair) {
          throw Refusal.of(expected, text);
        }
        i++;
      }
    }
    return text;
  }
}
