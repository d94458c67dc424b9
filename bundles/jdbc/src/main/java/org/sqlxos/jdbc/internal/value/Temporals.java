package org.sqlxos.jdbc.internal.value;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/** Dates and times in writing, as sessions give them, and as people write them. */
final class Temporals {

  private Temporals() {}

  static LocalDate date(String text, ZoneId zone) throws SQLException {
    return time(text) < 0 ? localDate(text) : local(text, zone).toLocalDate();
  }

  private static LocalDate localDate(String text) throws SQLException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw unlike("date");
    }
  }

  /** The reading of a clock in a zone; what has no offset is one already. */
  static LocalDateTime local(String text, ZoneId zone) throws SQLException {
    try {
      if (time(text) < 0) {
        return localDate(text).atStartOfDay();
      }
      String iso = iso(text);
      return offset(iso) < 0
          ? LocalDateTime.parse(iso)
          : moment(iso).atZoneSameInstant(zone).toLocalDateTime();
    } catch (DateTimeException e) {
      throw unlike("timestamp");
    }
  }

  /** A moment; what has no offset is the reading of a clock in a zone. */
  static OffsetDateTime moment(String text, ZoneId zone) throws SQLException {
    try {
      String iso = iso(text);
      return time(text) >= 0 && offset(iso) >= 0
          ? moment(iso)
          : local(text, zone).atZone(zone).toOffsetDateTime();
    } catch (DateTimeException e) {
      throw unlike("timestamp with time zone");
    }
  }

  /** The digits of a clock as they stand there, whatever the offset behind them. */
  static LocalDateTime digits(String text) throws SQLException {
    int offset = time(text) < 0 ? -1 : offset(iso(text));
    return local(offset < 0 ? text : text.substring(0, offset), ZoneOffset.UTC);
  }

  private static OffsetDateTime moment(String iso) {
    int offset = offset(iso);
    return LocalDateTime.parse(iso.substring(0, offset))
        .atOffset(ZoneOffset.of(iso.substring(offset)));
  }

  static LocalTime time(String text, ZoneId zone) throws SQLException {
    try {
      if (time(text) >= 0) {
        return local(text, zone).toLocalTime();
      }
      int offset = offsetOfTime(text);
      return LocalTime.parse(offset < 0 ? text : text.substring(0, offset));
    } catch (DateTimeException e) {
      throw unlike("time of day");
    }
  }

  static OffsetTime zonedTime(String text, ZoneOffset usual) throws SQLException {
    try {
      int offset = offsetOfTime(text);
      return offset < 0
          ? LocalTime.parse(text).atOffset(usual)
          : LocalTime.parse(text.substring(0, offset))
              .atOffset(ZoneOffset.of(text.substring(offset)));
    } catch (DateTimeException e) {
      throw unlike("time of day with time zone");
    }
  }

  /** As JDBC's own classes write it: a space for the T, +00 for the Z. */
  static String written(String iso) {
    int time = time(iso);
    if (time < 0) {
      return iso;
    }
    String written = iso.substring(0, time) + ' ' + iso.substring(time + 1);
    return written.endsWith("Z") ? written.substring(0, written.length() - 1) + "+00" : written;
  }

  /** Where the T, or the space in its place, stands behind a date; -1 if there is none. */
  private static int time(String text) {
    for (int i = 8; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'T' || c == ' ') {
        return i;
      }
      if (c == ':') {
        return -1;
      }
    }
    return -1;
  }

  private static String iso(String text) {
    int time = time(text);
    return time < 0 || text.charAt(time) == 'T'
        ? text
        : text.substring(0, time) + 'T' + text.substring(time + 1);
  }

  private static int offset(String iso) {
    int time = time(iso);
    return time < 0 ? -1 : sign(iso, time);
  }

  private static int offsetOfTime(String text) {
    return sign(text, 1);
  }

  private static int sign(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '+' || c == '-' || c == 'Z') {
        return i;
      }
    }
    return -1;
  }

  private static SQLException unlike(String type) {
    return JdbcProblem.NOT_CONVERTIBLE.exception("The value cannot be read as a " + type);
  }
}
