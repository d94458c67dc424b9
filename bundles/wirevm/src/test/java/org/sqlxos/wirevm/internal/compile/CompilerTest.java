package org.sqlxos.wirevm.internal.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;
import org.sqlxos.wirevm.internal.frame.NumberForm.Prefixed;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;
import org.sqlxos.wirevm.internal.protocol.Field.Subject;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.value.ValueFormat;

class CompilerTest {

  private static final Fixed BYTE = new Fixed(1, false, false);
  private static final Fixed SHORT_BIG = new Fixed(2, false, false);
  private static final Fixed SHORT_LITTLE = new Fixed(2, false, true);
  private static final Fixed MEDIUM_LITTLE = new Fixed(3, false, true);
  private static final Fixed INT_BIG = new Fixed(4, true, false);
  private static final Fixed LONG_LITTLE = new Fixed(8, true, true);
  private static final Prefixed PREFIXED = new Prefixed(250, 251, 252, 253, 254);
  private static final Length.Terminated TERMINATED = new Length.Terminated();

  /** Parameters of text, a null among them. */
  private record TextBinding(List<String> values) implements Binding {

    @Override
    public int parameters() {
      return values.size();
    }

    @Override
    public int parameterFormat(int index) {
      return 1;
    }

    @Override
    public long parameterType(int index) {
      return 0x1234;
    }

    @Override
    public boolean parameterNull(int index) {
      return values.get(index).isEmpty();
    }

    @Override
    public void writeParameter(int index, FrameOutput to) {
      to.putUtf8(values.get(index));
    }

    @Override
    public int parameterWidth(int index) {
      return ValueFormat.PREFIXED;
    }

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public int columnFormat(int index) {
      return index;
    }
  }

  private static String written(List<Field> fields, Slots slots, String... values) {
    FrameOutput output = new FrameOutput(1);
    WriterCompiler.compile(fields).write(output, slots, new TextBinding(List.of(values)));
    return HexFormat.of().formatHex(output.array(), 0, output.size());
  }

  private static BodyReader body(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    BodyReader reader = new BodyReader();
    reader.open(bytes, 0, bytes.length);
    return reader;
  }

  private static Slots read(List<Field> fields, String hex, List<String> events) {
    Slots slots = new Slots(8);
    ReaderCompiler.compile(fields)
        .read(body(hex), slots, (event, at) -> events.add(event + " " + at.number(1)));
    return slots;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void numbersLieInTheOrderOfTheirForm() {
    Slots slots = new Slots(1);
    slots.setNumber(0, 0x0102030405060708L);
    List<Field> fields =
        List.of(
            new Field.Constant(BYTE, 0x7f),
            new Field.Number(SHORT_BIG, 0),
            new Field.Number(SHORT_LITTLE, 0),
            new Field.Number(MEDIUM_LITTLE, 0),
            new Field.Number(INT_BIG, 0),
            new Field.Number(LONG_LITTLE, 0));

    assertEquals(
        "7f" + "0708" + "0807" + "080706" + "05060708" + "0807060504030201",
        written(fields, slots));
  }

  @Test
  void numbersWithAFormOfTheirOwnTakeAsManyBytesAsTheyNeed() {
    for (long value : new long[] {0, 250, 251, 65_535, 65_536, 16_777_215, 16_777_216, 1L << 40}) {
      Slots slots = new Slots(1);
      slots.setNumber(0, value);
      List<Field> fields = List.of(new Field.Number(PREFIXED, 0));
      String hex = written(fields, slots);

      assertEquals(2 * Numbers.width(PREFIXED, value), hex.length());
      assertEquals(value, read(fields, hex, new ArrayList<>()).number(0));
    }
  }

  @Test
  void textsAndBytesHaveTheirLengthBeforeThemOrAnEnd() {
    Slots slots = new Slots(2);
    slots.setObject(0, "né");
    slots.setObject(1, new byte[] {1, 2, 3});
    List<Field> fields =
        List.of(
            new Field.Literal("is", true),
            new Field.Text(TERMINATED, 0),
            new Field.Bytes(new Length.Counted(PREFIXED), 1),
            new Field.Bytes(new Length.Exactly(5), 1),
            new Field.Padding(2),
            new Field.Text(new Length.Rest(), 0));
    String expected =
        hex("is") + "00" + hex("né") + "00" + "03010203" + "0102030000" + "0000" + hex("né");

    assertEquals(expected, written(fields, slots));
    Slots back = read(fields, expected, new ArrayList<>());
    assertEquals("né", back.text(0));
    assertArrayEquals(new byte[] {1, 2, 3, 0, 0}, back.bytes(1));
  }

  @Test
  void aTextWithItsOwnEndInItIsRefused() {
    Slots slots = new Slots(1);
    slots.setObject(0, "a\0; DROP");
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> written(List.of(new Field.Text(TERMINATED, 0)), slots));
    assertEquals(WireProblem.TEXT_WITH_ZERO, refused.problem().code());
  }

  @Test
  void fieldsUnderAConditionAreThereIfItHolds() {
    List<Field> fields =
        List.of(
            new Field.Number(BYTE, 0),
            new Field.When(0, 4, true, List.of(new Field.Number(BYTE, 1))),
            new Field.When(0, 4, false, List.of(new Field.Number(BYTE, 2))));

    Slots with = read(fields, "0509", new ArrayList<>());
    Slots without = read(fields, "0309", new ArrayList<>());
    assertEquals(9, with.number(1));
    assertEquals(9, without.number(2));
    assertEquals("0509", written(fields, with));
    assertEquals("0309", written(fields, without));
  }

  @Test
  void repeatedFieldsTellAnEventEach() {
    List<String> events = new ArrayList<>();
    List<Field> fields =
        List.of(
            new Field.Number(BYTE, 0),
            new Field.Repeat(0, List.of(new Field.Number(SHORT_BIG, 1)), Event.COLUMN));
    read(fields, "03" + "0001" + "0002" + "0300", events);
    assertEquals(List.of("COLUMN 1", "COLUMN 2", "COLUMN 768"), events);
  }

  @Test
  void textsByAKeyAreKeptUnderTheKeysThatAreKnown() {
    List<Field> fields = List.of(new Field.Keyed(TERMINATED, Map.of((int) 'C', 3, (int) 'M', 4)));
    Slots slots = read(fields, hex("Sx\0C42\0Zy\0Mhello\0") + "00", new ArrayList<>());
    assertEquals("42", slots.text(3));
    assertEquals("hello", slots.text(4));
  }

  @Test
  void textsByAKeyEndWithTheMessageWhereNothingElseEndsThem() {
    List<Field> fields = List.of(new Field.Keyed(TERMINATED, Map.of((int) 'C', 3, (int) 'M', 4)));
    Slots slots = read(fields, hex("C42\0Mhello\0"), new ArrayList<>());
    assertEquals("42", slots.text(3));
    assertEquals("hello", slots.text(4));
    assertThrows(ProblemException.class, () -> read(fields, hex("C42\0Mhell"), new ArrayList<>()));
  }

  @Test
  void aNumberAtTheEndOfATextIsReadWithoutTheText() {
    List<Field> fields = List.of(new Field.LastNumber(TERMINATED, 0));
    assertEquals(1234, read(fields, hex("INSERT 0 1234") + "00", new ArrayList<>()).number(0));
    assertEquals(0, read(fields, hex("BEGIN") + "00", new ArrayList<>()).number(0));
  }

  @Test
  void parametersAreWrittenEachWithItsLength() {
    List<Field> fields =
        List.of(
            new Field.Count(SHORT_BIG, Subject.PARAMETER),
            new Field.Each(Subject.PARAMETER, List.of(new Part.TypeCode(SHORT_LITTLE))),
            new Field.Each(Subject.PARAMETER, List.of(new Part.Value(INT_BIG, -1))),
            new Field.Each(Subject.COLUMN, List.of(new Part.FormatCode(BYTE))));

    assertEquals(
        "0002" + "3412" + "3412" + "00000002" + hex("ab") + "ffffffff" + "00" + "01",
        written(fields, new Slots(1), "ab", ""));
  }

  @Test
  void missingParametersAreToldByBits() {
    List<Field> fields =
        List.of(
            new Field.NullBits(Subject.PARAMETER, 0),
            new Field.Each(Subject.PARAMETER, List.of(new Part.BareValue(PREFIXED))));

    assertEquals(
        "0a02"
            + "01"
            + hex("a")
            + "01"
            + hex("c")
            + "05"
            + hex("eeeee")
            + "01"
            + hex("f")
            + "01"
            + hex("g")
            + "01"
            + hex("h")
            + "01"
            + hex("i"),
        written(fields, new Slots(1), "a", "", "c", "", "eeeee", "f", "g", "h", "i", ""));
  }

  private static String places(List<Field> row, String hex, int... widths) {
    int[] places = new int[2 * widths.length];
    RowCompiler.compile(row).read(body(hex), widths.length, widths, places);
    return Arrays.toString(places);
  }

  @Test
  void aRowTellsWhereItsValuesLie() {
    List<Field> row =
        List.of(
            new Field.Count(SHORT_BIG, Subject.COLUMN),
            new Field.Each(Subject.COLUMN, List.of(new Part.Value(INT_BIG, -1))));

    assertEquals(
        "[6, 2, 12, -1, 16, 0]",
        places(row, "0003" + "00000002" + "aabb" + "ffffffff" + "00000000", 0, 0, 0));
    assertMalformed(row, "0002" + "00000000" + "00000000", 0, 0, 0);
    assertMalformed(row, "0001" + "00000003" + "aabb", 0);
    assertMalformed(row, "0001" + "fffffffe" + "aabb", 0);
    assertMalformed(row, "0001" + "7fffffff" + "aabb", 0);
    assertMalformed(row, "0001" + "0000", 0);
  }

  @Test
  void aRowOfBareValuesTellsWhereTheyLie() {
    List<Field> row =
        List.of(
            new Field.Constant(BYTE, 0),
            new Field.NullBits(Subject.COLUMN, 2),
            new Field.Each(Subject.COLUMN, List.of(new Part.BareValue(PREFIXED))));

    assertEquals(
        "[2, 4, 7, 2, 0, -1, 10, 3]",
        places(
            row,
            "00" + "10" + "11223344" + "02" + "aabb" + "03" + "ccddee",
            4,
            ValueFormat.PREFIXED,
            8,
            ValueFormat.BYTE_PREFIXED));
    assertMalformed(row, "00" + "00" + "1122", 4);
    assertMalformed(row, "00" + "00" + "fc", ValueFormat.PREFIXED);
    assertMalformed(row, "00" + "00" + "fe" + "ffffffffffffffff", ValueFormat.PREFIXED);
    assertMalformed(row, "00" + "00" + "05" + "aa", ValueFormat.BYTE_PREFIXED);
    assertMalformed(row, "00" + "00" + "ff" + "aa", ValueFormat.PREFIXED);
  }

  private static void assertMalformed(List<Field> row, String hex, int... widths) {
    ProblemException problem = assertThrows(ProblemException.class, () -> places(row, hex, widths));
    assertEquals(WireProblem.MALFORMED, problem.problem().code());
  }
}
