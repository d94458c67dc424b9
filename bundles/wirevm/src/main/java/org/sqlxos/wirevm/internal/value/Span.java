package org.sqlxos.wirevm.internal.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.type.api.Interval;

/**
 * An interval in microseconds, which reaches further than the nanoseconds of {@link Interval}.
 *
 * @param months years are twelve of these
 * @param days weeks are seven of these
 * @param micros hours, minutes and seconds
 */
record Span(int months, int days, long micros) {

  static final Span INFINITY = new Span(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
  static final Span MINUS_INFINITY = new Span(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

  private static final long NANOS_A_MICRO = 1_000;
  private static final int FRACTION_DIGITS = 9;
  private static final String NUMBER = "(?:([+-]?[0-9]{1,19})%s)?";
  private static final Pattern ISO =
      Pattern.compile(
          "(-?)P"
              + NUMBER.formatted("Y")
              + NUMBER.formatted("M")
              + NUMBER.formatted("W")
              + NUMBER.formatted("D")
              + "(T"
              + NUMBER.formatted("H")
              + NUMBER.formatted("M")
              + "(?:([+-]?)([0-9]{0,19})(?:[.,]([0-9]{1,9}))?S)?)?");

  /** What a caller gave, in ISO 8601 where it is text. */
  static Span of(Object value, String expected) {
    return switch (value) {
      case Interval interval -> {
        long up = Math.floorMod(interval.nanos(), NANOS_A_MICRO) >= NANOS_A_MICRO / 2 ? 1 : 0;
        long micros = Math.floorDiv(interval.nanos(), NANOS_A_MICRO) + up;
        yield new Span(interval.months(), interval.days(), micros);
      }
      case String text -> {
        @Nullable Span span = parse(text);
        if (span == null) {
          throw Refusal.of(expected, value);
        }
        yield span;
      }
      default -> throw Refusal.of(expected, value);
    };
  }

  private static @Nullable Span parse(String text) {
    if (text.equals(DateFormat.INFINITY)) {
      return INFINITY;
    }
    if (text.equals(DateFormat.MINUS_INFINITY)) {
      return MINUS_INFINITY;
    }
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches() || text.endsWith("P") || text.endsWith("T")) {
      return null;
    }
    try {
      Span span = parsed(matcher);
      return matcher.group(1).isEmpty() ? span : span.negated();
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static Span parsed(Matcher matcher) {
    long months = Math.addExact(Math.multiplyExact(number(matcher, 2), 12), number(matcher, 3));
    long days = Math.addExact(Math.multiplyExact(number(matcher, 4), 7), number(matcher, 5));
    long minutes = Math.addExact(Math.multiplyExact(number(matcher, 7), 60), number(matcher, 8));
    long micros = Math.addExact(Math.multiplyExact(minutes, 60_000_000L), secondsPart(matcher));
    return new Span(Math.toIntExact(months), Math.toIntExact(days), micros);
  }

  private static long number(Matcher matcher, int group) {
    @Nullable String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long secondsPart(Matcher matcher) {
    @Nullable String sign = matcher.group(9);
    if (sign == null) {
      return 0;
    }
    @Nullable String whole = matcher.group(10);
    @Nullable String fraction = matcher.group(11);
    if ((whole == null || whole.isEmpty()) && fraction == null) {
      throw new NumberFormatException();
    }
    long seconds = whole == null || whole.isEmpty() ? 0 : Long.parseLong(whole);
    long nanos = 0;
    if (fraction != null) {
      nanos = Long.parseLong(fraction + "0".repeat(FRACTION_DIGITS - fraction.length()));
    }
    long micros = (nanos + NANOS_A_MICRO / 2) / NANOS_A_MICRO;
    long sum = Math.addExact(Math.multiplyExact(seconds, TemporalText.MICROS_A_SECOND), micros);
    return sign.equals("-") ? -sum : sum;
  }

  private Span negated() {
    return new Span(Math.negateExact(months), Math.negateExact(days), Math.negateExact(micros));
  }

  /** In ISO 8601, as {@link Interval#toString} writes it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(24).append('P');
    part(text, months / 12, 'Y');
    part(text, months % 12, 'M');
    part(text, days, 'D');
    if (micros != 0) {
      time(text.append('T'));
    }
    return text.length() == 1 ? "PT0S" : text.toString();
  }

  private void time(StringBuilder text) {
    long seconds = micros / TemporalText.MICROS_A_SECOND;
    int fraction = (int) Math.abs(micros % TemporalText.MICROS_A_SECOND);
    part(text, seconds / 3_600, 'H');
    part(text, seconds / 60 % 60, 'M');
    if (seconds % 60 == 0 && fraction == 0) {
      return;
    }
    if (micros < 0) {
      text.append('-');
    }
    text.append(Math.abs(seconds % 60));
    if (fraction != 0) {
      int start = text.length();
      text.append(fraction + TemporalText.MICROS_A_SECOND).setCharAt(start, '.');
      text.setLength(start + 1 + TemporalText.fractionDigits(fraction));
    }
    text.append('S');
  }

  private static void part(StringBuilder text, long number, char unit) {
    if (number != 0) {
      text.append(number).append(unit);
    }
  }
}
