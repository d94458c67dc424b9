package org.sqlxos.contracts.internal.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** Dates, times, timestamps and intervals in ISO 8601. */
final class Moments {

  private static final int DATE_LENGTH = 10;
  private static final int LAST_YEAR = 9999;

  private Moments() {}

  static Object date(Object value, Place place) {
    try {
      return switch (value) {
        case String text -> checked(LocalDate.parse(text), place);
        case LocalDate date -> checked(date, place);
        default -> noDate(place);
      };
    } catch (DateTimeException e) {
      return noDate(place);
    }
  }

  private static Object noDate(Place place) {
    return place.refuse("type", "a date like 2026-01-31 expected");
  }

  private static Object checked(LocalDate date, Place place) {
    return date.getYear() >= 0 && date.getYear() <= LAST_YEAR ? date : outOfRange(place);
  }

  // Beyond these years there is no common notation.
  private static Object outOfRange(Place place) {
    return place.refuse("range", "a year from 0000 to 9999 expected");
  }

  static Object time(Object value, TimeType type, Place place) {
    try {
      return switch (value) {
        case String text -> checked(LocalTime.parse(text), type, place);
        case LocalTime time -> checked(time, type, place);
        default -> noTime(place);
      };
    } catch (DateTimeException e) {
      return noTime(place);
    }
  }

  private static Object noTime(Place place) {
    return place.refuse("type", "a time like 23:59:59 expected");
  }

  private static Object checked(LocalTime time, TimeType type, Place place) {
    return fits(time.getNano(), type.fraction()) ? time : tooFine(type.fraction(), place);
  }

  static Object timestamp(Object value, TimestampType type, Place place) {
    try {
      return switch (value) {
        case String text when type.zoned() -> checked(moment(text), type, place);
        case String text -> checked(reading(text), type, place);
        case OffsetDateTime moment when type.zoned() -> checked(moment, type, place);
        case LocalDateTime reading when !type.zoned() -> checked(reading, type, place);
        default -> noTimestamp(type, place);
      };
    } catch (DateTimeException e) {
      return noTimestamp(type, place);
    }
  }

  private static Object noTimestamp(TimestampType type, Place place) {
    return place.refuse(
        "type",
        type.zoned()
            ? "a timestamp with an offset like 2026-01-31T23:59:59Z expected"
            : "a timestamp without an offset like 2026-01-31T23:59:59 expected");
  }

  private static OffsetDateTime moment(String text) {
    return OffsetDateTime.parse(joined(text));
  }

  // A date is the first moment of its day.
  private static LocalDateTime reading(String text) {
    return text.length() == DATE_LENGTH
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(joined(text));
  }

  private static String joined(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }

  private static Object checked(LocalDateTime reading, TimestampType type, Place place) {
    if (reading.getYear() < 0 || reading.getYear() > LAST_YEAR) {
      return outOfRange(place);
    }
    return fits(reading.getNano(), type.fraction()) ? reading : tooFine(type.fraction(), place);
  }

  private static Object checked(OffsetDateTime moment, TimestampType type, Place place) {
    // Databases keep moments in UTC, where the year may be another one.
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(
            moment.toEpochSecond(), moment.getNano(), java.time.ZoneOffset.UTC);
    Object checked = checked(utc, type, place);
    return checked == Place.REFUSED ? checked : moment;
  }

  private static boolean fits(int nanos, int fraction) {
    int unit = 1;
    for (int i = fraction; i < 9; i++) {
      unit *= 10;
    }
    return nanos % unit == 0;
  }

  private static Object tooFine(int fraction, Place place) {
    return place.refuse(
        "range", "at most %d digits of a second's fraction expected".formatted(fraction));
  }

  static Object interval(Object value, Place place) {
    if (value instanceof Interval) {
      return value;
    }
    if (value instanceof String text) {
      try {
        return Interval.parse(text);
      } catch (DateTimeException | ArithmeticException e) {
        // Refused below.
      }
    }
    return place.refuse("type", "an interval like P1Y2M3DT4H5M6S expected");
  }
}
