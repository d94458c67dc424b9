package org.sqlxos.wirepack.mysql.wire;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Columns of dates and times. */
final class TimeColumns {

  private static final long MOST_SECONDS = 838 * 3600L + 59 * 60 + 59;
  private static final long MICROS = 1_000_000;
  private static final Pattern TIME =
      Pattern.compile("(-?)(\\d{2,3}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,6}))?");

  private TimeColumns() {}

  private static Arbitrary<LocalDateTime> timestamps(LocalDateTime least, LocalDateTime most) {
    long first = least.toEpochSecond(ZoneOffset.UTC) * MICROS;
    long last = most.toEpochSecond(ZoneOffset.UTC) * MICROS;
    return Arbitraries.longs()
        .between(first, last)
        .map(
            micros ->
                LocalDateTime.ofEpochSecond(
                    Math.floorDiv(micros, MICROS),
                    (int) Math.floorMod(micros, MICROS) * 1000,
                    ZoneOffset.UTC));
  }

  private static Duration duration(Object text) {
    Matcher matcher = TIME.matcher((String) text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no time: " + text);
    }
    String fraction = matcher.group(5) == null ? "" : matcher.group(5);
    Duration value =
        Duration.ofHours(Long.parseLong(matcher.group(2)))
            .plusMinutes(Long.parseLong(matcher.group(3)))
            .plusSeconds(Long.parseLong(matcher.group(4)))
            .plusNanos(Long.parseLong(fraction + "0".repeat(9 - fraction.length())));
    return matcher.group(1).isEmpty() ? value : value.negated();
  }

  private static String text(Duration value) {
    Duration size = value.abs();
    return "%s%02d:%02d:%02d.%06d"
        .formatted(
            value.isNegative() ? "-" : "",
            size.toHours(),
            size.toMinutesPart(),
            size.toSecondsPart(),
            size.toNanosPart() / 1000);
  }

  static List<ColumnCase<?>> all() {
    return List.of(
        new ColumnCase<LocalDate>(
            "DATE",
            Arbitraries.longs()
                .between(
                    LocalDate.of(1000, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay),
            value -> value,
            value -> LocalDate.parse((String) value),
            (statement, value) -> statement.setObject(1, value),
            rows -> rows.getObject(1, LocalDate.class)),
        new ColumnCase<LocalTime>(
            "TIME(6)",
            Arbitraries.longs()
                .between(0, 86_400 * MICROS - 1)
                .map(micros -> LocalTime.ofNanoOfDay(micros * 1000)),
            value -> value,
            value -> LocalTime.parse((String) value),
            (statement, value) -> statement.setObject(1, value),
            rows -> rows.getObject(1, LocalTime.class)),
        new ColumnCase<Duration>(
            "TIME(6) NULL",
            Arbitraries.longs()
                .between(-MOST_SECONDS * MICROS, MOST_SECONDS * MICROS)
                .map(micros -> Duration.ofSeconds(0, micros * 1000)),
            TimeColumns::text,
            TimeColumns::duration,
            (statement, value) -> statement.setString(1, text(value)),
            rows -> duration(rows.getString(1))),
        new ColumnCase<LocalDateTime>(
            "DATETIME(6)",
            timestamps(LocalDateTime.of(1000, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59)),
            value -> value,
            value -> LocalDateTime.parse((String) value),
            (statement, value) -> statement.setObject(1, value),
            rows -> rows.getObject(1, LocalDateTime.class)),
        new ColumnCase<OffsetDateTime>(
            "TIMESTAMP(6) NULL",
            timestamps(LocalDateTime.of(1970, 1, 2, 0, 0), LocalDateTime.of(2038, 1, 18, 0, 0))
                .map(value -> value.atOffset(ZoneOffset.UTC)),
            value -> value.withOffsetSameInstant(ZoneOffset.ofHours(5)),
            value -> OffsetDateTime.parse((String) value),
            (statement, value) -> statement.setString(1, value.toLocalDateTime().toString()),
            rows -> rows.getObject(1, LocalDateTime.class).atOffset(ZoneOffset.UTC)));
  }
}
