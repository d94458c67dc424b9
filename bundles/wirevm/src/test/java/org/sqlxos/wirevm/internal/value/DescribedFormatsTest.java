package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.Interval;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Formats whose bytes are those of examples in a protocol's specification. */
class DescribedFormatsTest {

  private static final Endian BIG = Endian.BIG;
  private static final ValueFormat INT = new IntegerFormat(4, false, BIG);
  private static final ValueFormat TEXT = new TextFormat();

  private static byte[] written(ValueFormat format, Object value) {
    FrameOutput to = new FrameOutput(16);
    format.write(value, to);
    return Arrays.copyOf(to.array(), to.size());
  }

  private static String read(ValueFormat format, String hex) {
    byte[] bytes = HexFormat.of().parseHex("77" + hex + "77");
    return format.toText(bytes, 1, bytes.length - 2);
  }

  private static void both(ValueFormat format, Object value, String text, String hex) {
    assertEquals(text, read(format, hex));
    assertArrayEquals(HexFormat.of().parseHex(hex), written(format, value));
  }

  private static void malformed(ValueFormat format, String hex) {
    ProblemException refused = assertThrows(ProblemException.class, () -> read(format, hex), hex);
    assertEquals(WireProblem.MALFORMED, refused.problem().code());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "127, 7f",
    "128, 0080",
    "129, 0081",
    "-1, ff",
    "-128, 80",
    "-129, ff7f"
  })
  void wholeNumbersOfAnySizeAreTwosComplement(long number, String hex) {
    BigIntegerFormat format = new BigIntegerFormat();
    both(format, number, Long.toString(number), hex);
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(number, format.toLong(bytes, 0, bytes.length));
  }

  @Test
  void wholeNumbersThatTakeForEverToWriteDownAreRefused() {
    BigIntegerFormat format = new BigIntegerFormat();
    byte[] bytes = new byte[BigIntegerFormat.MOST_BYTES + 1];
    assertThrows(ProblemException.class, () -> format.toText(bytes, 0, bytes.length));
    malformed(format, "");
  }

  @Test
  void aScaleOfManyZerosCostsNoMemory() {
    ScaledDecimalFormat format = new ScaledDecimalFormat(BIG);
    both(format, new java.math.BigDecimal("-1.50"), "-1.50", "00000002ff6a");
    assertEquals("1E+2147483648", read(format, "8000000001"));
    malformed(format, "00000002");
  }

  @Test
  void daysAreCountedFromTheMiddle() {
    CentredDateFormat format = new CentredDateFormat(BIG);
    both(format, LocalDate.EPOCH, "1970-01-01", "80000000");
    assertEquals("-5877641-06-23", read(format, "00000000"));
    assertEquals("+5881580-07-11", read(format, "ffffffff"));
    malformed(format, "800000");
  }

  @Test
  void durationsAreThreeNumbersOfAnyLength() {
    DurationFormat format = new DurationFormat();
    both(format, new Interval(1, 2, 256_000), "P1M2DT0.000256S", "0204c7d000");
    both(format, new Interval(0, 0, -1), "PT-0.000000001S", "000001");
    byte[] longest = written(format, new Interval(0, 0, Long.MIN_VALUE + 1));
    assertEquals(11, longest.length);
    assertEquals(
        new Interval(0, 0, Long.MIN_VALUE + 1),
        Interval.parse(format.toText(longest, 0, longest.length)));
    malformed(format, "0204");
    malformed(format, "02040000");
    malformed(format, "ffffffff");
    assertThrows(ProblemException.class, () -> written(format, new Interval(1, -1, 0)));
  }

  @Test
  void listsAreJsonArrays() {
    ValueFormat format = new ListFormat(BIG, new BytesFormat()).madeOf(List.of(INT), List.of());
    both(format, List.of(1L, 2L), "[1,2]", "00000002" + "0000000400000001" + "0000000400000002");
    both(format, new JsonValue("[]"), "[]", "00000000");
    malformed(format, "7fffffff");
    malformed(format, "00000001" + "00000005" + "00000001");
    malformed(format, "00000000" + "00");
  }

  @Test
  void mapsAreJsonObjectsWhoseNamesAreText() {
    ValueFormat format = new MapFormat(BIG, TEXT, TEXT).madeOf(List.of(INT, TEXT), List.of());
    both(format, Map.of("1", "a"), "{\"1\":\"a\"}", "00000001" + "0000000400000001" + "0000000161");
    malformed(format, "00000001" + "ffffffff" + "0000000161");
  }

  @Test
  void recordsHaveNamesOrNone() {
    ValueFormat tuple = new RecordFormat(BIG, List.of(), List.of());
    ValueFormat unnamed = tuple.madeOf(List.of(INT, TEXT), List.of());
    ValueFormat named = tuple.madeOf(List.of(INT, TEXT), List.of("number", "street"));
    String hex = "0000000400000007" + "ffffffff";
    both(unnamed, new JsonValue("[7,null]"), "[7,null]", hex);
    both(named, new JsonValue("{\"number\":7}"), "{\"number\":7,\"street\":null}", hex);
    assertEquals("[7,null]", read(unnamed, "0000000400000007"));
    malformed(unnamed, hex + "00000000");
    assertThrows(ProblemException.class, () -> written(named, new JsonValue("{\"x\":1}")));
  }
}
