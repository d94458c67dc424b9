package org.sqlxos.contracts.internal.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values as databases do, as far as they all do it alike: numbers by size, texts by
 * code point, moments by time. Where a database would convert a value first, the answer is unsure.
 */
final class Comparison {

  /** Up to here every whole number is a double. */
  private static final long MOST_EXACT_DOUBLE = 1L << 53;

  /** So many digits survive in a double. */
  private static final int EXACT_DIGITS = 15;

  private static final int DATE_LENGTH = 10;

  private Comparison() {}

  static Truth of(@Nullable Object a, @Nullable Object b, IntPredicate wanted) {
    // NULL compared with anything at all is NULL.
    if (a == null || b == null) {
      return Truth.NULL;
    }
    OptionalInt order = order(a, b);
    return order.isEmpty() ? Truth.UNSURE : Truth.of(wanted.test(order.getAsInt()));
  }

  private static OptionalInt order(Object a, Object b) {
    return switch (a) {
      case String x when b instanceof String y -> OptionalInt.of(codePointOrder(x, y));
      case Boolean x when b instanceof Boolean y -> OptionalInt.of(Boolean.compare(x, y));
      case Boolean x when b instanceof Long y -> OptionalInt.of(Long.compare(x ? 1 : 0, y));
      case Long x when b instanceof Boolean y -> OptionalInt.of(Long.compare(x, y ? 1 : 0));
      case Number x when b instanceof Number y -> numbers(x, y);
      case LocalDate x when b instanceof LocalDate y -> OptionalInt.of(x.compareTo(y));
      case LocalDate x when b instanceof String y -> dates(x, y);
      case String x when b instanceof LocalDate y -> reversed(dates(y, x));
      case LocalTime x when b instanceof LocalTime y -> OptionalInt.of(x.compareTo(y));
      case LocalDateTime x when b instanceof LocalDateTime y -> OptionalInt.of(x.compareTo(y));
      case OffsetDateTime x when b instanceof OffsetDateTime y ->
          OptionalInt.of(x.toInstant().compareTo(y.toInstant()));
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt numbers(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return OptionalInt.of(Long.compare(x, y));
    }
    if (a instanceof Double || b instanceof Double) {
      double x = floating(a);
      double y = floating(b);
      // Not Double.compare: zero equals minus zero.
      return Double.isNaN(x) || Double.isNaN(y)
          ? OptionalInt.empty()
          : OptionalInt.of(x < y ? -1 : x > y ? 1 : 0);
    }
    return OptionalInt.of(decimal(a).compareTo(decimal(b)));
  }

  /** NaN where it would not be exact. */
  private static double floating(Number number) {
    return switch (number) {
      case Double floating -> floating;
      case Long whole when Math.abs(whole) <= MOST_EXACT_DOUBLE -> whole;
      case BigDecimal decimal when decimal.precision() <= EXACT_DIGITS -> decimal.doubleValue();
      default -> Double.NaN;
    };
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  // A date and an ISO date compare alike whether a database compares dates or texts.
  private static OptionalInt dates(LocalDate date, String text) {
    if (text.length() == DATE_LENGTH) {
      try {
        return OptionalInt.of(date.compareTo(LocalDate.parse(text)));
      } catch (DateTimeException e) {
        // Some other text.
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt reversed(OptionalInt order) {
    return order.isEmpty() ? order : OptionalInt.of(-order.getAsInt());
  }

  /** The order of the octets of UTF-8, which is not that of Java's chars. */
  private static int codePointOrder(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean surrogates =
            Character.isSurrogate(a.charAt(i)) != Character.isSurrogate(b.charAt(i));
        int order = Character.compare(a.charAt(i), b.charAt(i));
        return surrogates
            ? Boolean.compare(
                Character.isSurrogate(a.charAt(i)), Character.isSurrogate(b.charAt(i)))
            : order;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
