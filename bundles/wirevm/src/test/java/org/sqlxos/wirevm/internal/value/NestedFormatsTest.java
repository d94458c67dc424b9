package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.wirevm.internal.value.Formats.assertMalformed;
import static org.sqlxos.wirevm.internal.value.Formats.assertRefused;
import static org.sqlxos.wirevm.internal.value.Formats.big;
import static org.sqlxos.wirevm.internal.value.Formats.echo;
import static org.sqlxos.wirevm.internal.value.Formats.hex;
import static org.sqlxos.wirevm.internal.value.Formats.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.JsonValue;

class NestedFormatsTest {

  private static final String INT4 = "{\"format\":\"integer\",\"bytes\":4}";
  private static final ValueFormat INTEGERS = array(INT4, 23);
  private static final ValueFormat TEXTS = array("{\"format\":\"text\"}", 25);
  private static final ValueFormat JSONS = array("{\"format\":\"json\",\"version\":1}", 3802);
  private static final ValueFormat RANGE = range(INT4);
  private static final ValueFormat TEXT_RANGE = range("{\"format\":\"text\"}");

  private static ValueFormat array(String element, int code) {
    return big("{\"format\":\"array\",\"element\":%s,\"elementCode\":%d}".formatted(element, code));
  }

  private static ValueFormat range(String bound) {
    return big("{\"format\":\"range\",\"bound\":%s}".formatted(bound));
  }

  /** PostgreSQL, src/backend/utils/adt/arrayfuncs.c, array_send. */
  @Test
  void arraysTellTheirDimensions() {
    String hex =
        "00000001" // dimensions
            + "00000001" // there are NULLs
            + "00000017" // the elements' type
            + "00000003" // size
            + "00000001" // lower bound
            + "0000000400000001"
            + "ffffffff"
            + "00000004ffffffff";
    assertEquals("[1,null,-1]", read(INTEGERS, hex));
    assertEquals(hex, hex(INTEGERS, Arrays.asList(1L, null, -1L)));
    assertEquals(hex, hex(INTEGERS, " [1, null, -1] "));
    assertEquals(hex, hex(INTEGERS, new JsonValue("[1,null,-1]")));
    assertEquals("000000000000000000000017", hex(INTEGERS, List.of()));
    assertEquals("[]", echo(INTEGERS, List.of(List.of(), List.of())));
  }

  @Test
  void arraysOfMoreDimensionsAreNested() {
    assertEquals("[[1,2,3],[4,5,6]]", echo(INTEGERS, "[[1,2,3],[4,5,6]]"));
    assertEquals("[[[[[[1]]]]]]", echo(INTEGERS, "[[[[[[1]]]]]]"));
    assertRefused(INTEGERS, "[[[[[[[1]]]]]]]");
    assertRefused(INTEGERS, "[[1],[2,3]]");
    assertRefused(INTEGERS, "[[1],2]");
    assertRefused(INTEGERS, "[1,[2]]");
    assertRefused(INTEGERS, "[[],[1]]");
  }

  @Test
  void elementsAreWhatTheirKindIsInJson() {
    assertEquals(
        "[\"a\\\"\\\\\\n\\u0001ü\",\"\",\"null\"]",
        echo(TEXTS, List.of("a\"\\\n\u0001ü", "", "null")));
    assertEquals("[true,false]", echo(array("{\"format\":\"boolean\"}", 16), "[true,false]"));
    assertEquals(
        "[0.1,\"NaN\",\"-Infinity\"]",
        echo(
            array("{\"format\":\"float\",\"bytes\":8}", 701),
            List.of(0.1, Double.NaN, "-Infinity")));
    assertEquals(
        "[1.50,\"NaN\",12345678901234567890]",
        echo(
            array("{\"format\":\"decimal-groups\"}", 1700), "[1.50,\"NaN\",12345678901234567890]"));
    assertEquals("[\"aGk=\"]", echo(array("{\"format\":\"bytes\"}", 17), "[\"aGk=\"]"));
    assertEquals(
        "[\"2026-01-02\"]",
        echo(
            array("{\"format\":\"date\",\"epoch\":\"2000-01-01\"}", 1082),
            List.of(LocalDate.of(2026, 1, 2))));
  }

  @Test
  void elementsThatAreJsonStandAsTheyAre() {
    String text = "[{\"a\":[1, 2]},[3],\"b\",1.50,null,true]";
    assertEquals(text, echo(JSONS, text));
    assertEquals("[{\"a\":1},[2]]", echo(JSONS, List.of("{\"a\":1}", List.of(2L))));
  }

  @Property
  void textsInArraysComeBack(@ForAll @NotEmpty List<String> texts) {
    List<String> sound =
        texts.stream().map(text -> text.replaceAll("[\\ud800-\\udfff]", "?")).toList();
    String json = (String) echo(TEXTS, sound);
    assertEquals(json, echo(TEXTS, json));
  }

  @Test
  void refusesArraysThatCannotBe() {
    assertMalformed(INTEGERS, "00000001 00000000");
    assertMalformed(INTEGERS, "00000007 00000000 00000017");
    assertMalformed(INTEGERS, "ffffffff 00000000 00000017");
    assertMalformed(INTEGERS, "00000001 00000000 00000018 00000001 00000001 00000004 00000001");
    assertMalformed(INTEGERS, "00000001 00000000 00000017 7fffffff 00000001 00000004 00000001");
    assertMalformed(
        INTEGERS, "00000002 00000000 00000017 7fffffff 00000001 00000000 00000001 ffffffff");
    assertMalformed(INTEGERS, "00000001 00000000 00000017 ffffffff 00000001");
    assertMalformed(INTEGERS, "00000001 00000000 00000017 00000001 00000001 00000008 00000001");
    assertMalformed(INTEGERS, "00000001 00000000 00000017 00000001 00000001 fffffffe");
    assertMalformed(INTEGERS, "00000001 00000000 00000017 00000001 00000001 ffffffff 00");
    assertMalformed(INTEGERS, "00000000 00000000 00000017 00");
  }

  @Test
  void refusesWhatIsNoArray() {
    for (String wrong : new String[] {"", "{}", "[1", "[1]]", "[\"a\"]", "[1.5]", "[{}]"}) {
      assertRefused(INTEGERS, wrong);
    }
    assertRefused(INTEGERS, 1L);
    assertRefused(INTEGERS, new BigDecimal("12"));
  }

  /** PostgreSQL, src/backend/utils/adt/rangetypes.c, range_send. */
  @Test
  void rangesHaveFlagsAndBounds() {
    String hex = "02" + "00000004" + "00000001" + "00000004" + "0000000a";
    assertEquals("[1,10)", read(RANGE, hex));
    assertEquals(hex, hex(RANGE, "[1,10)"));
    assertEquals("0c" + "00000004" + "00000005", hex(RANGE, "[,5]"));
    assertEquals("(,5]", echo(RANGE, "[,5]"));
    assertEquals("(,)", echo(RANGE, "(,)"));
    assertEquals("01", hex(RANGE, " Empty "));
    assertEquals("empty", read(RANGE, "01"));
    for (String wrong : new String[] {"", "1,2", "[1", "[1,2", "[1,2)x", "[1,2,3)", "[a,2)"}) {
      assertRefused(RANGE, wrong);
    }
    assertMalformed(RANGE);
    assertMalformed(RANGE, "0100");
    assertMalformed(RANGE, "20");
    assertMalformed(RANGE, "02");
    assertMalformed(RANGE, "18 00");
    assertMalformed(RANGE, "10 ffffffff");
    assertMalformed(RANGE, "10 00000005 00000001");
  }

  @Test
  void boundsWithCharactersOfTheNotationStandInQuotes() {
    assertEquals(
        "[\"a b\",\"c,\"\"d\"\"\\\\\")", echo(TEXT_RANGE, "[\"a b\",\"c,\"\"d\"\"\\\\\")"));
    assertEquals("[\"\",z]", echo(TEXT_RANGE, "[\"\",z]"));
    assertEquals("[\"a,b\",c)", echo(TEXT_RANGE, "[a\\,b,c)"));
  }

  @Property
  void boundsComeBack(@ForAll String lower, @ForAll String upper) {
    StringBuilder text = new StringBuilder("[");
    RangeText.append(text, lower);
    RangeText.append(text.append(','), upper);
    RangeText range = RangeText.parse(text.append(')').toString(), "a range");
    assertEquals(lower, range.lower().orElseThrow());
    assertEquals(upper, range.upper().orElseThrow());
  }
}
