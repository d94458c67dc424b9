package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.wirevm.internal.value.Formats.assertMalformed;
import static org.sqlxos.wirevm.internal.value.Formats.assertRefused;
import static org.sqlxos.wirevm.internal.value.Formats.echo;
import static org.sqlxos.wirevm.internal.value.Formats.hex;
import static org.sqlxos.wirevm.internal.value.Formats.little;
import static org.sqlxos.wirevm.internal.value.Formats.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * As MySQL's binary protocol has them, without the length before them:
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html
 */
class TimeInFieldsTest {

  private static final ValueFormat DATE = little("{\"format\":\"date-fields\"}");
  private static final ValueFormat LOCAL = little("{\"format\":\"timestamp-fields\"}");
  private static final ValueFormat ZONED =
      little("{\"format\":\"timestamp-fields\",\"zoned\":true}");
  private static final ValueFormat TIME = little("{\"format\":\"time-fields\"}");

  @Test
  void fieldsAtTheEndThatAreZeroAreAbsent() {
    assertEquals("ea07" + "01" + "02", hex(DATE, LocalDate.of(2026, 1, 2)));
    String second = "ea07" + "01" + "02" + "03" + "04" + "05";
    assertEquals(second, hex(LOCAL, LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
    assertEquals(second + "c0270900", hex(LOCAL, "2026-01-02T03:04:05.6"));
    assertEquals("2026-01-02T00:00:00", read(LOCAL, "ea070102"));
    assertEquals("2026-01-02T03:04:05", read(LOCAL, second));
    assertEquals("2026-01-02T03:04:05.6Z", read(ZONED, second + "c0270900"));
    assertEquals("2026-01-02", read(DATE, "ea070102"));
  }

  @Test
  void daysThatTheCalendarDoesNotHaveAreReadAsTheyStand() {
    assertEquals("0000-00-00", read(DATE));
    assertEquals("0000-00-00T00:00:00", read(LOCAL));
    assertEquals("2020-00-15", read(DATE, "e407000f"));
  }

  @Test
  void aMomentIsWrittenInUtc() {
    assertEquals(
        "2026-01-02T01:04:05Z", echo(ZONED, OffsetDateTime.parse("2026-01-02T03:04:05+02:00")));
    assertRefused(LOCAL, OffsetDateTime.parse("2026-01-02T03:04:05+02:00"));
    assertRefused(LOCAL, LocalDateTime.of(10_000, 1, 1, 0, 0));
    assertRefused(DATE, "-0001-01-01");
  }

  @Property
  void timestampsComeBack(@ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    LocalDateTime timestamp =
        LocalDateTime.ofEpochSecond(
            second, (int) (second % 1_000_000) * 1_000, java.time.ZoneOffset.UTC);
    assertEquals(timestamp, LocalDateTime.parse((String) echo(LOCAL, timestamp)));
  }

  @Test
  void timesOfADayAreIsoAndOthersHaveTheirHours() {
    assertEquals("00" + "00000000" + "030405", hex(TIME, LocalTime.of(3, 4, 5)));
    assertEquals("03:04:05", read(TIME, "00" + "00000000" + "030405"));
    assertEquals("00:00:00", read(TIME));
    String longest = "01" + "22000000" + "16" + "3b" + "3b";
    assertEquals("-838:59:59", read(TIME, longest));
    assertEquals(longest, hex(TIME, "-838:59:59"));
    assertEquals("24:00:00.5", echo(TIME, "24:00:00.5"));
    assertEquals("-00:00:01", echo(TIME, "-00:00:01"));
    assertEquals("03:04:05.000001", echo(TIME, LocalTime.of(3, 4, 5, 1_000)));
    assertRefused(TIME, "3h");
    assertRefused(TIME, 5L);
  }

  @Test
  void refusesFieldsThatCannotBe() {
    assertMalformed(LOCAL, "ea07");
    assertMalformed(LOCAL, "ea070d02");
    assertMalformed(LOCAL, "ea070102180000");
    assertMalformed(LOCAL, "ea070102173b3b40420f00");
    assertMalformed(DATE, "ea0701020304");
    assertMalformed(DATE, "ea070102030405");
    assertMalformed(TIME, "0200000000030405");
    assertMalformed(TIME, "00000000001800");
    assertMalformed(TIME, "00 00000000 18 00 00");
    assertMalformed(TIME, "00 00000000 17 3c 00");
  }
}
