package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.wirevm.internal.value.Formats.assertMalformed;
import static org.sqlxos.wirevm.internal.value.Formats.assertRefused;
import static org.sqlxos.wirevm.internal.value.Formats.big;
import static org.sqlxos.wirevm.internal.value.Formats.echo;
import static org.sqlxos.wirevm.internal.value.Formats.hex;
import static org.sqlxos.wirevm.internal.value.Formats.read;
import static org.sqlxos.wirevm.internal.value.NumberFormatsTest.hexOf;
import static org.sqlxos.wirevm.internal.value.NumberFormatsTest.readText;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ValueKind;

class TextFormatsTest {

  private static final ValueFormat TEXT = big("{\"format\":\"text\"}");
  private static final ValueFormat BYTES = big("{\"format\":\"bytes\"}");
  private static final ValueFormat HEX = big("{\"format\":\"bytes-hex-text\"}");
  private static final ValueFormat JSON = big("{\"format\":\"json\"}");
  private static final ValueFormat JSONB = big("{\"format\":\"json\",\"version\":1}");
  private static final ValueFormat CHECKED = big("{\"format\":\"json\",\"check\":true}");
  private static final ValueFormat UUIDS = big("{\"format\":\"uuid\"}");
  private static final ValueFormat MAC = big("{\"format\":\"mac-address\",\"bytes\":6}");
  private static final ValueFormat BIT = big("{\"format\":\"bit-string\"}");
  private static final ValueFormat INET = network(false);
  private static final ValueFormat CIDR = network(true);

  private static ValueFormat network(boolean network) {
    return big(
        "{\"format\":\"network-address\",\"ipv4Family\":2,\"ipv6Family\":3,\"network\":%s}"
            .formatted(network));
  }

  @Test
  void textTakesWhateverHasOneNotation() {
    UUID uuid = UUID.randomUUID();
    assertEquals("a%_ü😀", echo(TEXT, "a%_ü😀"));
    assertEquals("1E+3 is 1000", echo(TEXT, "1E+3 is " + echo(TEXT, new BigDecimal("1E+3"))));
    assertEquals("42", echo(TEXT, 42L));
    assertEquals("true", echo(TEXT, true));
    assertEquals(uuid.toString(), echo(TEXT, uuid));
    assertEquals("{}", echo(TEXT, new JsonValue("{}")));
    assertEquals("2026-01-02T03:04:00", echo(TEXT, LocalDateTime.of(2026, 1, 2, 3, 4)));
    assertRefused(TEXT, List.of("a"));
    assertRefused(TEXT, new byte[] {1});
    assertRefused(TEXT, "half a pair: \uD83D");
    assertRefused(TEXT, "\uDE00\uD83D");
  }

  @Property
  void bytesComeBack(@ForAll byte[] bytes) {
    assertArrayEquals(bytes, (byte[]) echo(BYTES, bytes));
    assertArrayEquals(bytes, (byte[]) echo(HEX, bytes));
  }

  @Test
  void bytesInHexadecimalDigitsHaveABackslashAndAnX() {
    assertEquals(
        hexOf("\\x6869"), hex(HEX, "hi".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals("6869", hex(BYTES, "aGk="));
    assertRefused(BYTES, "no Base64!");
    assertRefused(BYTES, 1L);
    for (String wrong : new String[] {"", "\\", "6869", "\\x686", "\\x6g", "\\y68"}) {
      assertMalformed(HEX, hexOf(wrong));
    }
  }

  @Test
  void jsonMayHaveAVersionBeforeIt() {
    assertEquals("{\"a\":1}", echo(JSON, "{\"a\":1}"));
    assertEquals("01" + hexOf("[1,\"a\\n\",null]"), hex(JSONB, listOf(1L, "a\n", null)));
    assertEquals("[1]", echo(JSONB, new JsonValue("[1]")));
    assertEquals("1.50", echo(JSON, new BigDecimal("1.50")));
    assertMalformed(JSONB, "02" + hexOf("{}"));
    assertMalformed(JSONB);
    assertRefused(JSON, new byte[0]);
  }

  private static List<Object> listOf(Object... values) {
    return java.util.Arrays.asList(values);
  }

  @Test
  void jsonOfADatabaseWithoutThatTypeIsChecked() {
    for (String json : new String[] {"{}", " [1, {\"a\": null}] ", "1", "\"a\""}) {
      assertEquals(ValueKind.JSON, kind(json), json);
    }
    for (String text : new String[] {"", "{", "[1,]", "{} {}", "a", "[1] x"}) {
      assertEquals(ValueKind.TEXT, kind(text), text);
    }
  }

  private static ValueKind kind(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return CHECKED.kind(bytes, 0, bytes.length);
  }

  @Test
  void uuidsAreSixteenBytes() {
    String text = "00112233-4455-6677-8899-aabbccddeeff";
    assertEquals("00112233445566778899aabbccddeeff", hex(UUIDS, UUID.fromString(text)));
    assertEquals(text, echo(UUIDS, text));
    assertMalformed(UUIDS, "0011");
    assertRefused(UUIDS, "1-1-1-1-1");
    assertRefused(UUIDS, "00112233-4455-6677-8899-aabbccddeefg");
  }

  /** PostgreSQL, src/backend/utils/adt/network.c, network_send. */
  @Test
  void addressesHaveFamilyPrefixAndLength() {
    assertEquals("02 20 00 04 c0a80001".replace(" ", ""), hex(INET, "192.168.0.1"));
    assertEquals("02 18 01 04 c0a80000".replace(" ", ""), hex(CIDR, "192.168.0.0/24"));
    assertEquals("192.168.0.1", read(INET, "02 20 00 04 c0a80001"));
    assertEquals("192.168.0.1/32", read(CIDR, "02 20 01 04 c0a80001"));
    assertEquals("192.168.0.1/24", echo(INET, "192.168.0.1/24"));
    assertEquals(
        "03 80 00 10 20010db8 00000000 00000000 00000001".replace(" ", ""),
        hex(INET, "2001:db8::1"));
  }

  @Test
  void addressesOfVersionSixAreShort() {
    assertAddress("2001:db8::1", "2001:0db8:0:0:0:0:0:1");
    assertAddress("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    assertAddress("2001:0:0:1::1", "2001:0:0:1:0:0:0:1");
    assertAddress("2001:db8::1:0:0:1", "2001:db8:0:0:1:0:0:1");
    assertAddress("::", "0:0:0:0:0:0:0:0");
    assertAddress("::1", "0::1");
    assertAddress("1::", "1:0:0:0:0:0:0:0");
    assertAddress("::ffff:1.2.3.4", "::ffff:102:304");
    assertAddress("::1.2.3.4", "::1.2.3.4");
    assertAddress("64:ff9b::102:304", "64:ff9b::1.2.3.4");
    assertAddress("fe80::/10", "fe80::/10");
  }

  private static void assertAddress(String written, String given) {
    assertEquals(written, echo(INET, given));
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String wrong :
        new String[] {
          "",
          "1.2.3",
          "1.2.3.256",
          "1.2.3.4/33",
          "1.2.3.4/",
          "1.2.3.4/-1",
          "localhost",
          ":",
          "1::2::3",
          "1:2:3:4:5:6:7",
          "1:2:3:4:5:6:7:8:9",
          "12345::",
          "::/129",
          "::1%eth0",
          "1:2:3:4:5:6:7::8",
          "1.2.3.4::",
          ":1:2:3:4:5:6:7",
          "::1:"
        }) {
      assertRefused(INET, wrong);
    }
    assertMalformed(INET, "02 20 00 04 c0a800");
    assertMalformed(INET, "02 21 00 04 c0a80001");
    assertMalformed(INET, "03 20 00 04 c0a80001");
    assertMalformed(INET, "02 20 00 05 c0a80001");
  }

  @Test
  void cardsHaveColonsBetweenTheirBytes() {
    assertEquals("08002b010203", hex(MAC, "08:00:2B:01:02:03"));
    assertEquals("08:00:2b:01:02:03", read(MAC, "08002b010203"));
    assertEquals("08:00:2b:01:02:03", echo(MAC, "08-00-2b-01-02-03"));
    assertMalformed(MAC, "08002b0102030405");
    assertRefused(MAC, "08:00:2b:01:02:0g");
    assertRefused(MAC, "08:00:2b:01:02");
    assertRefused(MAC, "08:00:2b:01:02.03");
  }

  @Test
  void stringsOfBitsTellTheirNumber() {
    assertEquals("00000004 50".replace(" ", ""), hex(BIT, "0101"));
    assertEquals("0000000a ffc0".replace(" ", ""), hex(BIT, "1111111111"));
    assertEquals("", echo(BIT, ""));
    assertEquals("010101010", echo(BIT, "010101010"));
    assertMalformed(BIT, "00000009 ff");
    assertMalformed(BIT, "ffffffff");
    assertMalformed(BIT, "7fffffff ff");
    assertRefused(BIT, "012");
  }

  @Test
  void timestampsInWritingBecomeIso() {
    ValueFormat local = big("{\"format\":\"timestamp-text\"}");
    ValueFormat zoned = big("{\"format\":\"timestamp-text\",\"zoned\":true}");
    assertEquals("2026-01-02T03:04:05.6", readText(local, "2026-01-02 03:04:05.600000"));
    assertEquals("2026-01-02T03:04:05.6Z", readText(zoned, "2026-01-02 03:04:05.6+00"));
    assertEquals("2026-01-01T21:34:05Z", readText(zoned, "2026-01-02 03:04:05+05:30"));
    assertEquals("2026-01-02T03:04:05Z", readText(zoned, "2026-01-02 03:04:05"));
    assertEquals("-0043-03-15T00:00:00", readText(local, "0044-03-15 00:00:00 BC"));
    assertEquals("0000-12-31T23:00:00Z", readText(zoned, "0001-01-01 00:00:00+01"));
    assertEquals("+12345-01-02T00:00:00", readText(local, "12345-01-02 00:00:00"));
    assertEquals("0000-00-00T00:00:00", readText(local, "0000-00-00 00:00:00"));
    for (String other : new String[] {"infinity", "-infinity", "", "soon", "2026-01-02 25:00:00"}) {
      assertEquals(other, readText(zoned, other));
    }
    assertEquals(
        hexOf("2026-01-02 01:04:05.5+00:00"),
        hex(zoned, OffsetDateTime.parse("2026-01-02T03:04:05.5+02:00")));
    assertEquals(hexOf("0044-03-15 00:00:00 BC"), hex(local, "-0043-03-15T00:00:00"));
    assertEquals(hexOf("infinity"), hex(local, "infinity"));
  }

  @Test
  void datesAndTimesInWritingBecomeIso() {
    ValueFormat date = big("{\"format\":\"date-text\"}");
    ValueFormat time = big("{\"format\":\"time-text\"}");
    assertEquals("-0043-03-15", readText(date, "0044-03-15 BC"));
    assertEquals("2026-01-02", echo(date, "2026-01-02"));
    assertEquals("0000-00-00", readText(date, "0000-00-00"));
    assertEquals("03:04:05.6", readText(time, "03:04:05.600"));
    assertEquals("03:04:05+02:00", readText(time, "03:04:05+02"));
    assertEquals("24:00:00", readText(time, "24:00:00"));
    assertEquals("-838:59:59", readText(time, "-838:59:59.000000"));
    assertEquals("-838:59:59", echo(time, "-838:59:59"));
    assertEquals("03:04:05+02:00", echo(time, "03:04:05+02:00"));
  }

  @Test
  void intervalsInWritingBecomeIso() {
    ValueFormat format = big("{\"format\":\"interval-text\"}");
    assertEquals("P1Y2M3DT4H5M6.7S", readText(format, "1 year 2 mons 3 days 04:05:06.7"));
    assertEquals("P-1Y-1DT-1S", readText(format, "-1 years -1 days -00:00:01"));
    assertEquals(
        "P-1DT2562047788H54.775807S", readText(format, "-1 days +2562047788:00:54.775807"));
    assertEquals("PT0S", readText(format, "00:00:00"));
    for (String other :
        new String[] {
          "P1D", "infinity", "", "1", "1 day 2", "x days", "1:00", "99999999999 days"
        }) {
      assertEquals(other, readText(format, other));
    }
    assertEquals("P1Y2M3DT4H5M6.7S", echo(format, "P1Y2M3DT4H5M6.7S"));
  }
}
