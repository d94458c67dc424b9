package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.wirevm.internal.value.Formats.assertMalformed;
import static org.sqlxos.wirevm.internal.value.Formats.assertRefused;
import static org.sqlxos.wirevm.internal.value.Formats.big;
import static org.sqlxos.wirevm.internal.value.Formats.echo;
import static org.sqlxos.wirevm.internal.value.Formats.hex;
import static org.sqlxos.wirevm.internal.value.Formats.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.sqlxos.type.api.Interval;

/** Days and microseconds since 2000, as PostgreSQL sends them. */
class TimeFormatsTest {

  private static final ValueFormat DATE = big("{\"format\":\"date\",\"epoch\":\"2000-01-01\"}");
  private static final ValueFormat TIME = big("{\"format\":\"time\"}");
  private static final ValueFormat ZONED_TIME = big("{\"format\":\"time\",\"zoned\":true}");
  private static final ValueFormat INTERVAL = big("{\"format\":\"interval\"}");
  private static final ValueFormat LOCAL =
      big("{\"format\":\"timestamp\",\"epoch\":\"2000-01-01\"}");
  private static final ValueFormat ZONED =
      big("{\"format\":\"timestamp\",\"epoch\":\"2000-01-01\",\"zoned\":true}");

  @Test
  void datesAreDaysSinceTheEpoch() {
    assertEquals("00000000", hex(DATE, LocalDate.of(2000, 1, 1)));
    assertEquals("2000-02-29", read(DATE, "0000003b"));
    assertEquals("1999-12-31", read(DATE, "ffffffff"));
    assertEquals("-0043-03-15", echo(DATE, "-0043-03-15"));
    assertEquals("+12345-06-07", echo(DATE, "+12345-06-07"));
    assertEquals("+5874897-12-31", echo(DATE, LocalDate.of(5_874_897, 12, 31)));
    assertEquals("7fffffff", hex(DATE, "infinity"));
    assertEquals("-infinity", read(DATE, "80000000"));
    assertMalformed(DATE, "000000");
    assertRefused(DATE, "2026-02-30");
    assertRefused(DATE, LocalDate.MAX);
    assertRefused(DATE, 5L);
  }

  @Property(tries = 5_000)
  void everyDateIsWrittenAsTheCalendarHasIt(
      @ForAll @IntRange(min = Integer.MIN_VALUE + 1, max = Integer.MAX_VALUE - 1) int days) {
    LocalDate date = LocalDate.of(2000, 1, 1).plusDays(days);
    assertEquals(date.toString(), echo(DATE, date));
    assertEquals(date.toString(), echo(DATE, date.toString()));
  }

  @Test
  void everyDayOfAnEraIsWrittenAsTheCalendarHasIt() {
    for (long day = -200_000; day < 200_000; day++) {
      assertEquals(
          LocalDate.ofEpochDay(day).toString(), TemporalText.date(day, new ValueText()).toString());
    }
  }

  @Test
  void timesAreMicrosecondsSinceMidnight() {
    assertEquals("0000000000000001", hex(TIME, LocalTime.of(0, 0, 0, 1_000)));
    assertEquals("03:04:05.6", echo(TIME, LocalTime.of(3, 4, 5, 600_000_000)));
    assertEquals("03:04:00", echo(TIME, "03:04"));
    assertEquals("24:00:00", echo(TIME, "24:00:00"));
    assertEquals("03:04:05.123457", echo(TIME, LocalTime.of(3, 4, 5, 123_456_500)));
    assertMalformed(TIME, "000000141dd76001");
    assertMalformed(TIME, "ffffffffffffffff");
    assertRefused(TIME, "25:00:00");
    assertRefused(TIME, "03:04:05+01:00");
  }

  @Test
  void zonesOfTimesAreSecondsWestOfGreenwich() {
    OffsetTime time = OffsetTime.of(3, 4, 5, 0, ZoneOffset.ofHours(2));
    assertEquals("0000000292555340" + "ffffe3e0", hex(ZONED_TIME, time));
    assertEquals("03:04:05+02:00", echo(ZONED_TIME, time));
    assertEquals("03:04:05-05:30", echo(ZONED_TIME, "03:04:05-05:30"));
    assertEquals("03:04:05+00:00:01", echo(ZONED_TIME, "03:04:05+00:00:01"));
    assertEquals("03:04:05Z", echo(ZONED_TIME, LocalTime.of(3, 4, 5)));
    assertMalformed(ZONED_TIME, "0000000000000000" + "000fffff");
    assertRefused(ZONED_TIME, "03:04:05+99:00");
  }

  @Test
  void timestampsAreMicrosecondsSinceTheEpoch() {
    assertEquals("0000000000000000", hex(LOCAL, LocalDateTime.of(2000, 1, 1, 0, 0)));
    assertEquals("1999-12-31T23:59:59.999999", read(LOCAL, "ffffffffffffffff"));
    assertEquals("1999-12-31T23:59:59.999999Z", read(ZONED, "ffffffffffffffff"));
    assertEquals("infinity", read(LOCAL, "7fffffffffffffff"));
    assertEquals("8000000000000000", hex(ZONED, "-infinity"));
    assertEquals("-0043-03-15T12:00:00", echo(LOCAL, "-0043-03-15T12:00:00"));
    assertEquals("+294276-12-31T23:59:59.999999", echo(LOCAL, "+294276-12-31T23:59:59.999999"));
    assertRefused(LOCAL, LocalDateTime.MAX);
    assertRefused(LOCAL, "+294277-01-09T04:00:54.775807");
    assertMalformed(LOCAL, "00");
  }

  @Property(tries = 5_000)
  void everyTimestampIsWrittenAsTheCalendarHasIt(
      @ForAll @LongRange(min = Long.MIN_VALUE + 1, max = Long.MAX_VALUE - 1) long micros) {
    byte[] bytes = java.nio.ByteBuffer.allocate(8).putLong(micros).array();
    LocalDateTime timestamp =
        LocalDateTime.of(2000, 1, 1, 0, 0)
            .plusSeconds(Math.floorDiv(micros, 1_000_000L))
            .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);
    String text = (String) read(LOCAL, bytes);
    assertEquals(timestamp, LocalDateTime.parse(text));
    assertEquals(text, echo(LOCAL, timestamp));
    assertEquals(text + "Z", echo(ZONED, text + "Z"));
  }

  @Test
  void aMomentIsToldInUtc() {
    OffsetDateTime moment = OffsetDateTime.parse("2026-01-02T03:04:05.678+02:00");
    assertEquals("2026-01-02T01:04:05.678Z", echo(ZONED, moment));
    assertEquals("2026-01-02T01:04:05.678Z", echo(ZONED, moment.toInstant()));
    assertEquals("2026-01-02T01:04:05.678Z", echo(ZONED, moment.toString()));
    assertEquals("2026-01-02T01:04:05.678Z", echo(ZONED, "2026-01-02 03:04:05.678+02"));
    assertEquals("2026-01-02T03:04:05Z", echo(ZONED, "2026-01-02T03:04:05"));
    assertEquals("2026-01-02T00:00:00", echo(LOCAL, LocalDate.of(2026, 1, 2)));
  }

  @Test
  void aLocalTimeNeverLosesAnOffset() {
    assertRefused(LOCAL, OffsetDateTime.parse("2026-01-02T03:04:05+02:00"));
    assertRefused(LOCAL, Instant.EPOCH);
    assertRefused(LOCAL, "2026-01-02T03:04:05Z");
    assertRefused(LOCAL, 20260102L);
    assertRefused(ZONED, new BigDecimal("1.5"));
  }

  @Test
  void whatIsFinerThanAMicrosecondIsRounded() {
    assertEquals("2027-01-01T00:00:00", echo(LOCAL, "2026-12-31T23:59:59.9999995"));
    assertEquals("2026-12-31T23:59:59.999999", echo(LOCAL, "2026-12-31T23:59:59.9999994"));
  }

  @Test
  void intervalsKeepMonthsDaysAndTimeApart() {
    String hex = "000000036c966ee0" + "00000003" + "0000000e";
    assertEquals("P1Y2M3DT4H5M6.7S", read(INTERVAL, hex));
    assertEquals(hex, hex(INTERVAL, Interval.parse("P1Y2M3DT4H5M6.7S")));
    assertEquals("PT0S", echo(INTERVAL, "P0D"));
    assertEquals("P-1M-10D", echo(INTERVAL, "-P1M1W3D"));
    assertEquals("PT-0.5S", echo(INTERVAL, "PT-0.5S"));
    assertEquals("infinity", read(INTERVAL, "7fffffffffffffff7fffffff7fffffff"));
    assertEquals("80000000000000008000000080000000", hex(INTERVAL, "-infinity"));
    for (String wrong : new String[] {"P", "PT", "1 day", "PTS", "P1.5D", "P99999999999Y", ""}) {
      assertRefused(INTERVAL, wrong);
    }
    assertMalformed(INTERVAL, "0000");
  }

  @Property(tries = 5_000)
  void intervalsAreWrittenAsTheirClassWritesThem(
      @ForAll int months, @ForAll int days, @ForAll int seconds, @ForAll int micros) {
    Interval interval = new Interval(months, days, (seconds * 1_000_000L + micros) * 1_000);
    assertEquals(interval.toString(), echo(INTERVAL, interval));
    if (months != Integer.MIN_VALUE) {
      assertEquals(interval.toString(), echo(INTERVAL, interval.toString()));
    }
  }

  @Property
  void intervalsBeyondTheNanosecondsComeBack(@ForAll long micros) {
    String text = new Span(0, 0, micros).toString();
    if (micros != Long.MIN_VALUE) {
      assertEquals(text, echo(INTERVAL, text));
    }
  }
}
