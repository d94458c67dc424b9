package org.sqlxos.wirevm.internal.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * Dates and times that a caller gave. What is finer than a microsecond is rounded as databases do.
 * A moment without an offset is one of UTC; a local time never loses an offset.
 */
final class GivenTime {

  private static final long NANOS_A_MICRO = 1_000;
  private static final String END_OF_DAY = "24:00:00";

  private GivenTime() {}

  static LocalDate date(Object value, String expected) {
    return switch (value) {
      case LocalDate date -> date;
      case String text -> {
        try {
          yield LocalDate.parse(text);
        } catch (DateTimeException e) {
          throw Refusal.of(expected, value);
        }
      }
      default -> throw Refusal.of(expected, value);
    };
  }

  /** Microseconds since midnight, at most a whole day. */
  static long microsOfDay(Object value, String expected) {
    return switch (value) {
      case LocalTime time -> micros(time);
      case String text when text.equals(END_OF_DAY) -> TemporalText.MICROS_A_DAY;
      case String text -> {
        try {
          yield micros(LocalTime.parse(text));
        } catch (DateTimeException e) {
          throw Refusal.of(expected, value);
        }
      }
      default -> throw Refusal.of(expected, value);
    };
  }

  static long micros(LocalTime time) {
    return (time.toNanoOfDay() + NANOS_A_MICRO / 2) / NANOS_A_MICRO;
  }

  /** The offset in seconds of a time that has one, or 0. */
  static int offset(Object value, String expected) {
    return switch (value) {
      case LocalTime _ -> 0;
      case OffsetTime time -> time.getOffset().getTotalSeconds();
      case String text when hasOffset(text, 0) -> {
        try {
          yield ZoneOffset.of(text.substring(offsetStart(text, 0))).getTotalSeconds();
        } catch (DateTimeException e) {
          throw Refusal.of(expected, value);
        }
      }
      case String _ -> 0;
      default -> throw Refusal.of(expected, value);
    };
  }

  /** The part before the offset. */
  static Object withoutOffset(Object value) {
    return switch (value) {
      case OffsetTime time -> time.toLocalTime();
      case String text when hasOffset(text, 0) -> text.substring(0, offsetStart(text, 0));
      default -> value;
    };
  }

  /** A timestamp without zone, or, where {@code zoned}, the moment in UTC; in microseconds. */
  static LocalDateTime timestamp(Object value, boolean zoned, String expected) {
    LocalDateTime timestamp =
        switch (value) {
          case LocalDateTime local -> local;
          case LocalDate date -> date.atStartOfDay();
          case OffsetDateTime moment when zoned -> utc(moment);
          case Instant moment when zoned -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
          case String text -> parsed(text, zoned, expected);
          default -> throw Refusal.of(expected, value);
        };
    try {
      LocalDateTime rounded = timestamp.plusNanos(NANOS_A_MICRO / 2);
      return rounded.minusNanos(rounded.getNano() % NANOS_A_MICRO);
    } catch (DateTimeException e) {
      throw Refusal.of(expected, value);
    }
  }

  private static LocalDateTime utc(OffsetDateTime moment) {
    return LocalDateTime.ofEpochSecond(moment.toEpochSecond(), moment.getNano(), ZoneOffset.UTC);
  }

  private static LocalDateTime parsed(String text, boolean zoned, String expected) {
    int space = text.indexOf(' ');
    String iso = space < 0 ? text : text.substring(0, space) + 'T' + text.substring(space + 1);
    int time = iso.indexOf('T');
    try {
      if (time < 0) {
        return LocalDate.parse(iso).atStartOfDay();
      }
      if (!hasOffset(iso, time)) {
        return LocalDateTime.parse(iso);
      }
      if (zoned) {
        int offset = offsetStart(iso, time);
        TemporalAccessor local =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.parse(iso.substring(0, offset));
        return utc(LocalDateTime.from(local).atOffset(ZoneOffset.of(iso.substring(offset))));
      }
    } catch (DateTimeException e) {
      // Refused below.
    }
    throw Refusal.of(expected, text);
  }

  /** Whether a time in writing tells an offset. */
  static boolean hasZone(String time) {
    return hasOffset(time, 0);
  }

  private static boolean hasOffset(String text, int from) {
    return offsetStart(text, from) < text.length();
  }

  private static int offsetStart(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'Z' || c == '+' || c == '-') {
        return i;
      }
    }
    return text.length();
  }
}
