package org.sqlxos.contracts.internal.value;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;

/** Integers, decimals and floats. */
final class Numbers {

  /** Reading digits takes quadratic time; no column holds as many. */
  private static final int LONGEST_TEXT = 1000;

  /** What an unbounded decimal still may have: a number is written out in full on its way. */
  private static final int MOST_INTEGER_DIGITS = 131_072;

  private static final int MOST_FRACTION_DIGITS = 16_383;

  /** Beyond this a binary fraction of 64 bits loses digits. */
  private static final int MOST_FRACTION_OF_FLOATING = 300;

  private Numbers() {}

  static Object integer(Object value, IntegerType type, Source source, Place place) {
    if (value instanceof Long number) {
      return fits(number, type.bits()) ? value : outOfRange(type, place);
    }
    BigDecimal number = number(value, source);
    if (number == null || isFraction(number)) {
      return place.refuse("type", "a whole number expected");
    }
    // A number like 1E999999999 must not be written out.
    if (integerDigits(number) > type.digits()) {
      return outOfRange(type, place);
    }
    try {
      long whole = number.longValueExact();
      return fits(whole, type.bits()) ? whole : outOfRange(type, place);
    } catch (ArithmeticException e) {
      return outOfRange(type, place);
    }
  }

  private static boolean fits(long number, int bits) {
    int unused = Long.SIZE - bits;
    return number << unused >> unused == number;
  }

  private static Object outOfRange(IntegerType type, Place place) {
    long most = Long.MAX_VALUE >> (Long.SIZE - type.bits());
    return place.refuse("range", "%d to %d expected".formatted(-most - 1, most));
  }

  static Object decimal(Object value, DecimalType type, Source source, Place place) {
    BigDecimal number = number(value, source);
    if (number == null) {
      return place.refuse("type", "a number expected");
    }
    BigDecimal shortest = number.stripTrailingZeros();
    long before = integerDigits(shortest);
    long after = Math.max(0, shortest.scale());
    boolean floating = type.scale() == UNBOUNDED && type.integerDigits() != UNBOUNDED;
    if (floating) {
      return before <= type.integerDigits()
              && shortest.precision() <= type.integerDigits()
              && after <= MOST_FRACTION_OF_FLOATING
          ? number
          : place.refuse("range", "at most %d digits expected".formatted(type.integerDigits()));
    }
    int mostBefore = Math.min(type.integerDigits(), MOST_INTEGER_DIGITS);
    if (before > mostBefore) {
      return place.refuse(
          "range", "at most %d digits before the point expected".formatted(mostBefore));
    }
    int mostAfter = Math.min(type.scale(), MOST_FRACTION_DIGITS);
    return after <= mostAfter
        ? number
        : place.refuse("range", "at most %d digits after the point expected".formatted(mostAfter));
  }

  static Object floating(Object value, FloatType type, Source source, Place place) {
    BigDecimal number = number(value, source);
    if (number == null) {
      return place.refuse("type", "a number expected");
    }
    double nearest = number.doubleValue();
    boolean finite = type.bits() == 32 ? Float.isFinite((float) nearest) : Double.isFinite(nearest);
    return finite
        ? nearest
        : place.refuse("range", "a number that %d bits can hold expected".formatted(type.bits()));
  }

  /** The number that a value is; null if it is none. */
  private static @Nullable BigDecimal number(Object value, Source source) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case Long whole -> BigDecimal.valueOf(whole);
      case Double floating when Double.isFinite(floating) -> new BigDecimal(floating);
      case String text when source == Source.FILTER -> parsed(text);
      default -> null;
    };
  }

  /** The number that a text shows in JSON's notation; null if it is none. */
  static @Nullable BigDecimal parsed(String text) {
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return null;
    }
    char last = text.charAt(text.length() - 1);
    char first = text.charAt(0);
    // BigDecimal also takes "1.", ".1", "+1" and digits of other scripts.
    if (last == '.' || !(first == '-' || isDigit(first))) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isFraction(BigDecimal number) {
    return number.scale() > 0 && number.stripTrailingZeros().scale() > 0;
  }

  private static long integerDigits(BigDecimal number) {
    return number.signum() == 0 ? 0 : Math.max(0, (long) number.precision() - number.scale());
  }
}
