package org.sqlxos.contracts.internal.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.contracts.internal.value.CoercionTest.data;
import static org.sqlxos.contracts.internal.value.CoercionTest.filter;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.sqlxos.contracts.internal.report.Place;

/** A value that is written as text and read again is the same. */
class CoercionPropertyTest {

  @Property
  void integersSurvive(@ForAll long number) {
    assertEquals(number, filter("integer(64)", Long.toString(number)));
    assertEquals(number, data("integer(64)", BigDecimal.valueOf(number)));
    Object narrow = data("integer(16)", number);
    assertEquals(number == (short) number, narrow != Place.REFUSED);
  }

  @Property
  void decimalsSurvive(
      @ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(4) BigDecimal number) {
    assertEquals(number, filter("decimal(12,4)", number.toPlainString()));
    assertEquals(number, data("decimal(12,4)", number));
  }

  @Property
  void floatsSurvive(@ForAll double number) {
    assertEquals(
        number == 0 ? 0.0 : number, filter("float(64)", new BigDecimal(number).toString()));
  }

  @Property
  void momentsSurvive(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_214_400L) long second,
      @ForAll @IntRange(max = 999_999) int micros,
      @ForAll @IntRange(min = -18, max = 18) int hours) {
    LocalDateTime reading = LocalDateTime.ofEpochSecond(second, micros * 1000, ZoneOffset.UTC);
    OffsetDateTime moment =
        reading.atOffset(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.ofHours(0));
    assertEquals(reading, data("timestamp(6)", reading.toString()));
    assertEquals(reading.toLocalDate(), filter("date", reading.toLocalDate().toString()));
    assertEquals(reading.toLocalTime(), data("time(6)", reading.toLocalTime().toString()));
    assertEquals(moment, data("timestamptz(6)", moment.toString()));
    OffsetDateTime elsewhere = moment.withOffsetSameInstant(ZoneOffset.ofHours(hours));
    if (elsewhere.getYear() > 0 && elsewhere.getYear() < 10_000) {
      assertEquals(elsewhere, filter("timestamptz(6)", elsewhere.toString()));
    }
  }

  @Property
  void octetsTextsAndUuidsSurvive(
      @ForAll byte[] bytes, @ForAll String text, @ForAll long a, @ForAll long b) {
    assertArrayEquals(bytes, (byte[]) data("bytes", Base64.getEncoder().encodeToString(bytes)));
    UUID uuid = new UUID(a, b);
    assertEquals(uuid, filter("uuid", uuid.toString()));
    Object coerced = data("text", text);
    boolean storable = text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    assertEquals(storable ? text : Place.REFUSED, coerced);
  }
}
