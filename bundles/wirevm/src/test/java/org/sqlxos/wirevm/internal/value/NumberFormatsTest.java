package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.wirevm.internal.value.Formats.assertMalformed;
import static org.sqlxos.wirevm.internal.value.Formats.assertRefused;
import static org.sqlxos.wirevm.internal.value.Formats.big;
import static org.sqlxos.wirevm.internal.value.Formats.echo;
import static org.sqlxos.wirevm.internal.value.Formats.hex;
import static org.sqlxos.wirevm.internal.value.Formats.little;
import static org.sqlxos.wirevm.internal.value.Formats.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.JsonValue;

class NumberFormatsTest {

  private static final ValueFormat TEXT = big("{\"format\":\"integer-text\"}");
  private static final ValueFormat FLOAT_TEXT = big("{\"format\":\"float-text\"}");
  private static final ValueFormat REAL = big("{\"format\":\"float\",\"bytes\":4}");
  private static final ValueFormat DOUBLE = big("{\"format\":\"float\",\"bytes\":8}");
  private static final ValueFormat BITS = big("{\"format\":\"bits\"}");
  private static final ValueFormat UNSIGNED_LONG = integer(8, true);

  private static ValueFormat integer(int bytes, boolean unsigned) {
    return little(
        "{\"format\":\"integer\",\"bytes\":%d,\"unsigned\":%s}".formatted(bytes, unsigned));
  }

  @Test
  void integersStandInTheByteOrderOfTheProtocol() {
    assertEquals("00000102", hex(big("{\"format\":\"integer\",\"bytes\":4}"), 258L));
    assertEquals("02010000", hex(integer(4, false), 258L));
    assertEquals(258L, read(integer(4, false), "02 01 00 00"));
    assertEquals(-2L, read(integer(2, false), "fe ff"));
    assertEquals(65_534L, read(integer(2, true), "fe ff"));
    assertEquals(-1L, read(integer(1, false), "ff"));
    assertEquals(255L, read(integer(1, true), "ff"));
    assertEquals(4_294_967_295L, read(integer(4, true), "ff ff ff ff"));
  }

  @Test
  void anUnsignedIntegerAboveTheLongsIsADecimal() {
    assertEquals(Long.MAX_VALUE, read(UNSIGNED_LONG, "ff ff ff ff ff ff ff 7f"));
    assertEquals("9223372036854775808", read(UNSIGNED_LONG, "00 00 00 00 00 00 00 80"));
    assertEquals("ffffffffffffffff", hex(UNSIGNED_LONG, new BigDecimal("18446744073709551615")));
    assertRefused(UNSIGNED_LONG, new BigDecimal("18446744073709551616"));
    assertRefused(UNSIGNED_LONG, -1L);
  }

  @Test
  void takesOtherClassesOnlyWhereNothingIsLost() {
    ValueFormat format = integer(2, false);
    assertEquals("0100", hex(format, new BigDecimal("1.00")));
    assertEquals("0100", hex(format, 1.0));
    assertEquals("0100", hex(format, "1"));
    assertEquals("0100", hex(format, true));
    assertRefused(format, new BigDecimal("1.5"));
    assertRefused(format, new BigDecimal("1E+1000000000"));
    assertRefused(format, new BigDecimal("1E-1000000000"));
    assertRefused(format, 32_768L);
    assertRefused(format, -32_769L);
    assertRefused(format, "one");
    assertRefused(format, Double.NaN);
    assertRefused(format, new JsonValue("[1]"));
    assertRefused(integer(1, true), 256L);
  }

  @Test
  void refusesIntegersOfAnotherLength() {
    assertMalformed(integer(4, false), "000000");
    assertMalformed(integer(8, true), "0000000000");
    assertMalformed(big("{\"format\":\"boolean\"}"));
    assertMalformed(DOUBLE, "00000000");
  }

  @Property
  void integersInDigitsComeBack(@ForAll long number) {
    assertEquals(number, echo(TEXT, number));
  }

  @Test
  void readsIntegersInDigitsThatNoLongHolds() {
    assertEquals(Long.MIN_VALUE, readText(TEXT, "-9223372036854775808"));
    assertEquals("-9223372036854775809", readText(TEXT, "-9223372036854775809"));
    assertEquals("18446744073709551615", readText(TEXT, "18446744073709551615"));
    assertEquals(42L, readText(TEXT, "0000000000000000000042"));
    assertEquals("18446744073709551615", readText(TEXT, "0018446744073709551615"));
    for (String wrong : new String[] {"", "-", "1x", "1.5", "12345678901234567890x"}) {
      assertMalformed(TEXT, hexOf(wrong));
    }
  }

  @Test
  void booleansAreOneByteOrOneOfTwoTexts() {
    ValueFormat binary = big("{\"format\":\"boolean\"}");
    ValueFormat text = big("{\"format\":\"boolean-text\",\"trueText\":\"t\",\"falseText\":\"f\"}");
    assertEquals(true, read(binary, "01"));
    assertEquals(false, read(binary, "00"));
    assertEquals(5L, read(binary, "05"));
    assertEquals("01", hex(binary, 1L));
    assertRefused(binary, 2L);
    assertEquals(true, readText(text, "t"));
    assertEquals(false, readText(text, "f"));
    assertEquals(true, echo(text, "true"));
    assertMalformed(text, hexOf("maybe"));
  }

  @Property
  void doublesComeBack(@ForAll double number) {
    assertEquals(number, echo(DOUBLE, number));
    assertEquals(number, echo(FLOAT_TEXT, number));
  }

  @Test
  void floatsThatAreNoNumbersComeBack() {
    for (ValueFormat format : new ValueFormat[] {REAL, DOUBLE, FLOAT_TEXT}) {
      for (double special : new double[] {Double.NaN, 1.0 / 0, -1.0 / 0, -0.0}) {
        assertEquals(special, echo(format, special));
        assertEquals(special, echo(format, Double.toString(special)));
      }
    }
  }

  @Property(tries = 20_000)
  void aFloatIsWidenedToTheDoubleOfItsDigits(@ForAll int bits) {
    float number = Float.intBitsToFloat(bits);
    double wide = ShortestFloat.widen(number);
    assertEquals(number, (float) wide);
    double shortest = Double.parseDouble(Float.toString(number));
    boolean halfway = 2 * Math.abs(shortest - number) == Math.ulp(number);
    assertTrue(wide == shortest || halfway || Float.isNaN(number), () -> shortest + " " + wide);
  }

  @Test
  void aFloatOfFewDigitsKeepsThem() {
    assertEquals(0.1, echo(REAL, 0.1));
    assertEquals(123.456, echo(REAL, 123.456));
    assertEquals(4_194_304.5, echo(REAL, 4_194_304.5));
    assertEquals(51_532_712.0, echo(REAL, 51_532_712L));
    assertEquals(1e-40, echo(REAL, 1e-40));
    assertEquals(3.4028235e38, echo(REAL, 3.4028235e38));
  }

  @Test
  void fractionsTakeNumbersThatTheyHold() {
    assertEquals("3fb999999999999a", hex(DOUBLE, new BigDecimal("0.1")));
    assertEquals("4340000000000000", hex(DOUBLE, 1L << 53));
    assertRefused(DOUBLE, (1L << 53) + 1);
    assertRefused(DOUBLE, new BigDecimal("0.1000000000000000000001"));
    assertRefused(DOUBLE, "1e400");
    assertRefused(DOUBLE, "0x1p3");
    assertRefused(DOUBLE, "1d");
    assertRefused(REAL, 1e39);
    assertRefused(REAL, 1e-60);
    assertRefused(REAL, 16_777_217L);
  }

  @Test
  void readsFractionsInDigits() {
    assertEquals(1e20, readText(FLOAT_TEXT, "1e+20"));
    assertEquals(-1.5, readText(FLOAT_TEXT, "-1.5"));
    assertEquals(123456789012345.0, readText(FLOAT_TEXT, "123456789012345"));
    assertEquals(1234567890.12345, readText(FLOAT_TEXT, "1234567890.12345"));
    assertEquals(0.30000000000000004, readText(FLOAT_TEXT, "0.30000000000000004"));
    for (String wrong : new String[] {"", "-", ".", "1.2.3", "0x1p3", "1d", "abc"}) {
      assertMalformed(FLOAT_TEXT, hexOf(wrong));
    }
  }

  @Test
  void rowsOfBitsAreNumbersWithoutSign() {
    assertEquals(0x0102L, read(BITS, "01 02"));
    assertEquals("18446744073709551615", read(BITS, "ff ff ff ff ff ff ff ff"));
    assertEquals("00", hex(BITS, 0L));
    assertEquals("0100", hex(BITS, 256L));
    assertEquals("ffffffffffffffff", hex(BITS, new BigDecimal("18446744073709551615")));
    assertRefused(BITS, -1L);
    assertMalformed(BITS);
    assertMalformed(BITS, "00 00 00 00 00 00 00 00 00");
  }

  static Object readText(ValueFormat format, String text) {
    return read(format, text.getBytes(StandardCharsets.UTF_8));
  }

  static String hexOf(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
