package org.sqlxos.type.api;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

/**
 * A span of time as SQL has it: months, days and time are kept apart, because a month has no fixed
 * number of days and a day no fixed number of hours.
 *
 * @param months years are twelve of these
 * @param days weeks are seven of these
 * @param nanos hours, minutes and seconds
 */
public record Interval(int months, int days, long nanos) {

  /**
   * Reads an ISO 8601 duration, for instance {@code P1Y2M3DT4H5M6.7S}.
   *
   * @throws DateTimeParseException if it is none, or does not fit
   */
  public static Interval parse(String text) {
    int time = text.indexOf('T');
    String date = time < 0 ? text : text.substring(0, time);
    boolean noDate = date.endsWith("P");
    if (noDate && time < 0) {
      throw new DateTimeParseException("Text cannot be parsed to an interval", text, 0);
    }
    Period period = noDate ? Period.ZERO : Period.parse(date);
    Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
    if (date.startsWith("-")) {
      rest = rest.negated();
    }
    try {
      return new Interval(
          Math.toIntExact(period.toTotalMonths()), period.getDays(), rest.toNanos());
    } catch (ArithmeticException e) {
      throw new DateTimeParseException("The interval is too long", text, 0, e);
    }
  }

  /** As an ISO 8601 duration. */
  @Override
  public String toString() {
    Period period = Period.of(months / 12, months % 12, days);
    if (nanos == 0) {
      return period.isZero() ? "PT0S" : period.toString();
    }
    String time = Duration.ofNanos(nanos).toString().substring(1);
    return (period.isZero() ? "P" : period.toString()) + time;
  }
}
