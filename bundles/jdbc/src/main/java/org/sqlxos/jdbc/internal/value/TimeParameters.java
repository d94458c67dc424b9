package org.sqlxos.jdbc.internal.value;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Optional;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/**
 * Dates and times that a caller binds. JDBC's own classes are the reading of a clock in this JVM's
 * zone, unless the server says that it expects a moment.
 */
final class TimeParameters {

  private TimeParameters() {}

  /** Empty for what is no date or time. */
  static Optional<Object> of(Object value, UniversalType target) {
    return switch (value) {
      case Timestamp timestamp -> Optional.of(local(timestamp.toLocalDateTime(), target));
      case ClockReading reading -> Optional.of(reading(reading, target));
      case Date date -> Optional.of(local(date.toLocalDate().atStartOfDay(), or(target)));
      case Time time -> Optional.of(time(time));
      case java.util.Date date ->
          Optional.of(local(atZone(date.toInstant()).toLocalDateTime(), target));
      case Calendar calendar ->
          Optional.of(
              moment(calendar.toInstant().atZone(calendar.getTimeZone().toZoneId()), target));
      case LocalDateTime local -> Optional.of(local(local, target));
      case OffsetDateTime moment -> Optional.of(moment(moment.toZonedDateTime(), target));
      case ZonedDateTime moment -> Optional.of(moment(moment, target));
      case Instant moment -> Optional.of(moment(moment.atZone(ZoneOffset.UTC), target));
      case LocalDate _, LocalTime _ -> Optional.of(value);
      case OffsetTime time -> Optional.of(target == UniversalType.ANY ? time.toLocalTime() : time);
      case Duration duration -> Optional.of(new Interval(0, 0, duration.toNanos()));
      case Period period ->
          Optional.of(new Interval(Math.toIntExact(period.toTotalMonths()), period.getDays(), 0));
      default -> Optional.empty();
    };
  }

  private static Object reading(ClockReading reading, UniversalType target) {
    return target instanceof TimestampType timestamp && timestamp.zoned()
        ? reading.local().atZone(reading.zone()).toOffsetDateTime()
        : local(reading.local(), target);
  }

  private static ZonedDateTime atZone(Instant moment) {
    return moment.atZone(ZoneId.systemDefault());
  }

  /** A date is bound as one where nothing else is expected. */
  private static UniversalType or(UniversalType target) {
    return target == UniversalType.ANY || target instanceof UniversalType.TextType
        ? Simple.DATE
        : target;
  }

  private static Object local(LocalDateTime local, UniversalType target) {
    return switch (target) {
      case TimestampType timestamp when timestamp.zoned() ->
          local.atZone(ZoneId.systemDefault()).toOffsetDateTime();
      case Simple.DATE -> local.toLocalDate();
      case TimeType _ -> local.toLocalTime();
      default -> local;
    };
  }

  private static Object moment(ZonedDateTime moment, UniversalType target) {
    return switch (target) {
      case TimestampType timestamp when !timestamp.zoned() -> here(moment);
      case Simple.DATE -> here(moment).toLocalDate();
      case TimeType _ -> here(moment).toLocalTime();
      default -> moment.toOffsetDateTime();
    };
  }

  private static LocalDateTime here(ZonedDateTime moment) {
    return moment.withZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
  }

  /** With its milliseconds, which {@code toLocalTime} drops. */
  private static LocalTime time(Time time) {
    return atZone(Instant.ofEpochMilli(time.getTime())).toLocalTime();
  }
}
