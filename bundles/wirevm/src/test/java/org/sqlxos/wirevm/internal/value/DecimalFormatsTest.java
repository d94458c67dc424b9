package org.sqlxos.wirevm.internal.value;

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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DecimalFormatsTest {

  private static final ValueFormat GROUPS = big("{\"format\":\"decimal-groups\"}");
  private static final ValueFormat TEXT = big("{\"format\":\"decimal-text\"}");

  /** PostgreSQL, src/backend/utils/adt/numeric.c, numeric_send. */
  @Test
  void decimalsAreGroupsOfFourDigits() {
    //                    groups weight sign  scale digits
    assertGroups("0", "       0000  0000  0000  0000");
    assertGroups("0.00", "    0000  0000  0000  0002");
    assertGroups("1", "       0001  0000  0000  0000  0001");
    assertGroups("-12345.678", "0003 0001 4000  0003  0001 0929 1a7c");
    assertGroups("10000", "   0001  0001  0000  0000  0001");
    assertGroups("0.0001", "  0001  ffff  0000  0004  0001");
    assertGroups("0.00001", " 0001  fffe  0000  0005  03e8");
    assertGroups("1.10", "    0002  0000  0000  0002  0001 03e8");
    assertGroups("99999999", "0002  0001  0000  0000  270f 270f");
    assertGroups("100000000.0001", "0004 0002 0000 0004 0001 0000 0000 0001");
  }

  private static void assertGroups(String decimal, String hex) {
    assertEquals(hex.replace(" ", ""), hex(GROUPS, new BigDecimal(decimal)));
    assertEquals(decimal, read(GROUPS, hex));
  }

  @Property(tries = 5_000)
  void decimalsComeBackWithTheirScale(
      @ForAll @BigRange(min = "-1e60", max = "1e60") @Scale(30) BigDecimal decimal,
      @ForAll @IntRange(min = 0, max = 30) int zeros) {
    BigDecimal given = decimal.setScale(decimal.scale() + zeros);
    assertEquals(given.toPlainString(), echo(GROUPS, given));
    assertEquals(given.toPlainString(), echo(TEXT, given));
  }

  @Test
  void theLargestAndSmallestComeBack() {
    BigDecimal large = new BigDecimal("1E+131071");
    BigDecimal small = new BigDecimal("1E-16383");
    assertEquals(large.toPlainString(), echo(GROUPS, large));
    assertEquals(small.toPlainString(), echo(GROUPS, small));
    assertRefused(GROUPS, new BigDecimal("1E+131073"));
    assertRefused(GROUPS, new BigDecimal("1E-16384"));
    assertRefused(GROUPS, new BigDecimal("1E+2000000000"));
    assertRefused(TEXT, new BigDecimal("1E-2000000000"));
  }

  @Test
  void whatIsNoNumberIsText() {
    for (ValueFormat format : new ValueFormat[] {GROUPS, TEXT}) {
      for (String special : new String[] {"NaN", "Infinity", "-Infinity"}) {
        assertEquals(special, echo(format, special));
        assertEquals(special, echo(format, Double.parseDouble(special)));
      }
    }
    assertEquals("00000000c0000000", hex(GROUPS, "NaN"));
    assertEquals("00000000d0000000", hex(GROUPS, "Infinity"));
    assertEquals("00000000f0000000", hex(GROUPS, "-Infinity"));
  }

  @Test
  void losesNoDigitOfAServerThatShowsFewer() {
    assertEquals("1.05", read(GROUPS, "0002 0000 0000 0000 0001 01f4"));
    assertEquals("1", read(GROUPS, "0002 0000 0000 0000 0001 0000"));
  }

  @Test
  void refusesGroupsThatCannotBe() {
    assertMalformed(GROUPS, "0000 0000 0000");
    assertMalformed(GROUPS, "0001 0000 0000 0000");
    assertMalformed(GROUPS, "ffff 0000 0000 0000");
    assertMalformed(GROUPS, "0001 0000 0000 0000 2710");
    assertMalformed(GROUPS, "0001 0000 1234 0000 0001");
    assertMalformed(GROUPS, "0001 0000 0000 4000 0001");
    assertMalformed(GROUPS, "0002 0001 0000 0000 0000 0001");
  }

  @Test
  void takesOtherNumbersAndDigits() {
    assertEquals("5", echo(GROUPS, 5L));
    assertEquals("0.1", echo(GROUPS, 0.1));
    assertEquals("7.50", echo(GROUPS, "7.50"));
    assertRefused(GROUPS, "seven");
    assertRefused(GROUPS, true);
  }

  @Test
  void decimalsInDigitsLoseTheZerosThatFillThem() {
    assertEquals("12.50", readText(TEXT, "00012.50"));
    assertEquals("-0.5", readText(TEXT, "-000.5"));
    assertEquals("0", readText(TEXT, "000"));
    for (String wrong : new String[] {"", "-", ".5", "1.2.3", "--1", "1e5", "NaN5", "x"}) {
      assertMalformed(TEXT, hexOf(wrong));
    }
  }
}
