package org.sqlxos.wirepack.postgresql.wire;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postgresql.util.PGInterval;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.type.api.Interval;

/** Dates, times and spans. */
abstract class TimeTypeSuite extends TypeSuite {

  private static final long MICROS_A_DAY = 86_400_000_000L;

  /** 4713 BC to 5874897 AD; timestamps end at 294276 AD. */
  private static final LocalDate FIRST = LocalDate.of(-4712, 1, 1);

  private static final LocalDate LAST = LocalDate.of(5_874_897, 12, 31);
  private static final LocalDate LAST_OF_TIMESTAMPS = LocalDate.of(294_276, 12, 30);

  private static final TypeCase<LocalDateTime> TIMESTAMP =
      new TypeCase<>(
          "timestamp",
          (statement, value) -> statement.setObject(2, value),
          (row, column) -> row.getObject(column, LocalDateTime.class),
          (row, column) -> LocalDateTime.parse(row.getText(column)));
  private static final TypeCase<OffsetDateTime> MOMENT =
      new TypeCase<>(
          "timestamptz",
          (statement, value) -> statement.setObject(2, value),
          (row, column) -> utc(row.getObject(column, OffsetDateTime.class)),
          (row, column) -> OffsetDateTime.parse(row.getText(column)));

  TimeTypeSuite(DatabaseServer server) {
    super(server);
  }

  private static OffsetDateTime utc(OffsetDateTime value) {
    return value.withOffsetSameInstant(ZoneOffset.UTC);
  }

  @Property
  void datesRoundTrip(@ForAll("dates") LocalDate value) throws SQLException {
    TypeCase<LocalDate> type =
        new TypeCase<>(
            "date",
            (statement, date) -> statement.setObject(2, date),
            (row, column) -> row.getObject(column, LocalDate.class),
            (row, column) -> LocalDate.parse(row.getText(column)));
    oracle().roundTrip(type, value, value, value);
  }

  @Property
  void timesRoundTrip(@ForAll("times") LocalTime value) throws SQLException {
    TypeCase<LocalTime> type =
        new TypeCase<>(
            "time",
            (statement, time) -> statement.setObject(2, time),
            (row, column) -> row.getObject(column, LocalTime.class),
            (row, column) -> LocalTime.parse(row.getText(column)));
    oracle().roundTrip(type, value, value, value);
  }

  @Property
  void timesWithAZoneKeepIt(@ForAll("times") LocalTime time, @ForAll("offsets") ZoneOffset offset)
      throws SQLException {
    OffsetTime value = time.atOffset(offset);
    TypeCase<OffsetTime> type =
        new TypeCase<>(
            "timetz",
            (statement, given) -> statement.setObject(2, given),
            (row, column) -> row.getObject(column, OffsetTime.class),
            (row, column) -> OffsetTime.parse(row.getText(column)));
    oracle().roundTrip(type, value, value.toString(), value);
  }

  @Property
  void timestampsRoundTrip(@ForAll("timestamps") LocalDateTime value) throws SQLException {
    oracle().roundTrip(TIMESTAMP, value, value, value);
  }

  @Property
  void momentsRoundTripInUtc(
      @ForAll("timestamps") LocalDateTime local, @ForAll("offsets") ZoneOffset offset)
      throws SQLException {
    OffsetDateTime value = local.atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
    oracle().roundTrip(MOMENT, value, value, utc(value));
  }

  @Example
  void theEndsOfTimeRoundTrip() throws SQLException {
    for (String type : new String[] {"date", "timestamp", "timestamptz"}) {
      for (String value : new String[] {"infinity", "-infinity"}) {
        oracle().roundTrip(TypeCase.text(type), value, value, value);
      }
      oracle().nullRoundTrip(type);
    }
  }

  @Example
  void theEndOfTheDayIsNotItsBeginning() throws SQLException {
    oracle().roundTrip(TypeCase.text("time"), "24:00:00", "24:00:00", "24:00:00");
  }

  @Property
  void spansKeepMonthsDaysAndTimeApart(
      @ForAll("months") int months, @ForAll("days") int days, @ForAll("micros") long micros)
      throws SQLException {
    Interval value = new Interval(months, days, micros * 1_000);
    TypeCase<Interval> type =
        new TypeCase<>(
            "interval",
            (statement, given) ->
                statement.setString(2, "%d mon %d day %d us".formatted(months, days, micros)),
            (row, column) -> interval(row.getObject(column, PGInterval.class)),
            (row, column) -> Interval.parse(row.getText(column)));
    oracle().roundTrip(type, value, value, value);
  }

  private static Interval interval(PGInterval value) {
    long seconds = value.getHours() * 3_600L + value.getMinutes() * 60L + value.getWholeSeconds();
    long micros = seconds * 1_000_000 + value.getMicroSeconds();
    return new Interval(value.getYears() * 12 + value.getMonths(), value.getDays(), micros * 1_000);
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), LAST.toEpochDay())
        .map(LocalDate::ofEpochDay)
        .edgeCases(
            cases -> {
              cases.add(FIRST, LAST, LocalDate.of(0, 1, 1), LocalDate.of(0, 12, 31));
              cases.add(LocalDate.of(1, 1, 1), LocalDate.of(2000, 2, 29), LocalDate.of(-4, 2, 29));
              cases.add(LocalDate.of(9_999, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.EPOCH);
            });
  }

  @Provide
  Arbitrary<LocalTime> times() {
    return Arbitraries.longs()
        .between(0, MICROS_A_DAY - 1)
        .map(micros -> LocalTime.ofNanoOfDay(micros * 1_000));
  }

  @Provide
  Arbitrary<LocalDateTime> timestamps() {
    Arbitrary<LocalDateTime> far =
        Combinators.combine(
                Arbitraries.longs()
                    .between(FIRST.toEpochDay(), LAST_OF_TIMESTAMPS.toEpochDay())
                    .map(LocalDate::ofEpochDay),
                times())
            .as(LocalDate::atTime);
    Arbitrary<LocalDateTime> near =
        Arbitraries.longs()
            .between(-100 * 365 * MICROS_A_DAY, 100 * 365 * MICROS_A_DAY)
            .map(micros -> LocalDateTime.of(2000, 1, 1, 0, 0).plus(micros, ChronoUnit.MICROS));
    return Arbitraries.oneOf(far, near);
  }

  /** As far as both Java and the server know them. */
  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.integers()
        .between(-15 * 60, 15 * 60)
        .map(minutes -> ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  @Provide
  Arbitrary<Integer> months() {
    return Arbitraries.integers().between(-120_000, 120_000);
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(-1_000_000, 1_000_000);
  }

  @Provide
  Arbitrary<Long> micros() {
    return Arbitraries.longs().between(-100_000 * 3_600_000_000L, 100_000 * 3_600_000_000L);
  }
}
