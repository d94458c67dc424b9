package org.sqlxos.jdbc.internal.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** What a clock shows in a zone. */
public record ClockReading(LocalDateTime local, ZoneId zone) {

  /**
   * One of JDBC's classes, read in the zone of a calendar.
   *
   * @param calendar null for the value as it is
   */
  public static @Nullable Object of(@Nullable Date value, @Nullable Calendar calendar) {
    if (value == null || calendar == null) {
      return value;
    }
    ZoneId zone = calendar.getTimeZone().toZoneId();
    Instant moment =
        value instanceof java.sql.Timestamp timestamp
            ? timestamp.toInstant()
            : Instant.ofEpochMilli(value.getTime());
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    return switch (value) {
      case java.sql.Date _ -> local.toLocalDate();
      case java.sql.Time _ -> local.toLocalTime();
      default -> new ClockReading(local, zone);
    };
  }
}
