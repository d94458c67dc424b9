package org.sqlxos.contracts.internal.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType;

class CoercionTest {

  static Object data(String type, Object value) {
    return coerced(type, value, Source.DATA, new Violations());
  }

  static Object filter(String type, Object value) {
    return coerced(type, value, Source.FILTER, new Violations());
  }

  private static Object coerced(String type, Object value, Source source, Violations violations) {
    Place place = new BodyPlace(violations, new BodyPlace.Data("", false)).column("c");
    return Coercion.coerce(value, UniversalType.parse(type), source, place);
  }

  private static String refusal(String type, Object value, Source source) {
    Violations violations = new Violations();
    assertSame(Place.REFUSED, coerced(type, value, source, violations), value + " as " + type);
    return violations.list().stream().map(v -> v.pointer() + " " + v.rule()).toList().toString();
  }

  private static void refuses(String rule, String type, Object... values) {
    for (Object value : values) {
      assertEquals("[/c " + rule + "]", refusal(type, value, Source.DATA), value + " as " + type);
    }
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  @Test
  void integersKeepTheirWidth() {
    assertEquals(127L, data("integer(8)", 127L));
    assertEquals(5L, data("integer(8)", number("5.00")));
    assertEquals(1000L, data("integer(16)", number("1E3")));
    refuses("range", "integer(8)", 128L, -129L, number("1E999999999"), number("128"));
    refuses("range", "integer(64)", number("9223372036854775808"), number("-1E19"));
    refuses(
        "type",
        "integer(64)",
        "1",
        true,
        number("1.5"),
        number("1E-999999999"),
        new JsonValue("[]"));
    assertEquals(-12L, filter("integer(32)", "-12"));
    assertEquals("[/c type]", refusal("integer(32)", "1 OR 1=1", Source.FILTER));
    assertEquals("[/c type]", refusal("integer(32)", "", Source.FILTER));
    assertEquals("[/c type]", refusal("integer(32)", "\u0661", Source.FILTER));
    assertEquals("[/c type]", refusal("integer(32)", "9".repeat(5000), Source.FILTER));
  }

  @Test
  void decimalsAreNeverRounded() {
    assertEquals(number("12.30"), data("decimal(4,2)", number("12.30")));
    assertEquals(number("12.3000"), data("decimal(4,2)", number("12.3000")));
    assertEquals(number("1E+1"), data("decimal(4,2)", number("1E+1")));
    assertEquals(number("0.000"), data("decimal(2,2)", number("0.000")));
    refuses("range", "decimal(4,2)", number("123"), number("1.234"), 100L, number("1E999999999"));
    refuses("range", "decimal", number("1E999999999"), number("1E-999999999"));
    refuses("type", "decimal(4,2)", "1.00", true);
  }

  @Test
  void decimalsOfSoManyDigitsCountThemWhereverThePointIs() {
    assertEquals(number("123456789012345"), data("decimal(15.*)", number("123456789012345")));
    assertEquals(number("1.23456789012345"), data("decimal(15.*)", number("1.23456789012345")));
    assertEquals(number("1E-20"), data("decimal(15.*)", number("1E-20")));
    refuses(
        "range", "decimal(15.*)", number("1.234567890123456"), number("1E15"), number("1E-301"));
  }

  @Test
  void floatsAreFinite() {
    assertEquals(0.5, data("float(64)", number("0.5")));
    assertEquals(3.0, data("float(32)", 3L));
    refuses("range", "float(64)", number("1E400"));
    refuses("range", "float(32)", number("1E40"));
    refuses("type", "float(64)", "NaN", Double.NaN);
    assertEquals("[/c type]", refusal("float(64)", "Infinity", Source.FILTER));
  }

  @Test
  void textsAreCountedInCodePoints() {
    assertEquals("\uD83D\uDE00\uD83D\uDE00", data("text(2)", "\uD83D\uDE00\uD83D\uDE00"));
    refuses("length", "text(2)", "abc", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");
    refuses(
        "type",
        "text",
        1L,
        true,
        new JsonValue("{}"),
        "a\0b",
        "\uD83D",
        "\uDE00\uD83D",
        "a\uD83Db");
    assertEquals("enum", refusal("enum('a','b')", "c", Source.DATA).replaceAll("[^a-z ]|c ", ""));
    assertEquals("b", data("enum('a','b')", "b"));
  }

  @Test
  void truthIsABoolean() {
    assertEquals(true, data("boolean", true));
    assertEquals(false, filter("boolean", "false"));
    refuses("type", "boolean", "true", 1L);
    assertEquals("[/c type]", refusal("boolean", "TRUE", Source.FILTER));
  }

  @Test
  void momentsAreIso() {
    assertEquals(LocalDate.of(2024, 2, 29), data("date", "2024-02-29"));
    refuses("type", "date", "2023-02-29", "2024-2-9", "20240229", 20240229L, "2024-02-29T00:00");
    refuses("range", "date", "-0001-01-01", "+10000-01-01");
    assertEquals(LocalTime.of(1, 2, 3, 500_000_000), data("time(1)", "01:02:03.500"));
    refuses("range", "time(1)", "01:02:03.51");
    refuses("type", "time(1)", "24:00:00", "1:02");
    LocalDateTime noon = LocalDateTime.of(2024, 1, 1, 12, 0);
    assertEquals(noon, data("timestamp(6)", "2024-01-01T12:00:00"));
    assertEquals(noon, data("timestamp(6)", "2024-01-01 12:00:00"));
    assertEquals(noon.withHour(0), data("timestamp(6)", "2024-01-01"));
    refuses("type", "timestamp(6)", "2024-01-01T12:00:00Z", "2024-01-01T", "noon");
    refuses("range", "timestamp(3)", "2024-01-01T12:00:00.0001");
    assertEquals(
        noon.atOffset(ZoneOffset.ofHours(2)), data("timestamptz(6)", "2024-01-01 12:00:00+02:00"));
    refuses("type", "timestamptz(6)", "2024-01-01T12:00:00", "2024-01-01");
    refuses("range", "timestamptz(6)", "0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00");
    assertEquals(new Interval(14, 3, 1_500_000_000), data("interval", "P1Y2M3DT1.5S"));
    refuses("type", "interval", "P", "1 day", "P99999999999Y", 3L, "P1000000000Y");
  }

  @Test
  void octetsAndUuidsHaveOneForm() {
    assertArrayEquals(new byte[] {1, 2}, (byte[]) data("bytes(2)", "AQI="));
    refuses("length", "bytes(1)", "AQI=");
    refuses("type", "bytes", "A", "A*==", 1L);
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    assertEquals(uuid, data("uuid", "01234567-89AB-cdef-0123-456789abcdef"));
    refuses("type", "uuid", "1-2-3-4-5", "0123456789abcdef0123456789abcdef", "", 1L);
  }

  @Test
  void jsonTakesEveryValue() {
    assertEquals("{\"a\":1}", data("json", new JsonValue("{\"a\":1}")));
    assertEquals("\"say \\\"\\n\"", data("json", "say \"\n"));
    assertEquals("1.50", data("json", number("1.50")));
    assertEquals("true", data("json", true));
    assertEquals("[1]", filter("json", "[1]"));
    assertEquals("\"[1\"", filter("json", "[1"));
  }

  @Test
  void arraysAreCoercedElementByElement() {
    assertEquals(
        Arrays.asList(1L, null, 3L), data("array(integer(8))", new JsonValue("[1, null, 3.0]")));
    assertEquals(
        List.of(List.of(LocalDate.of(2024, 1, 1))),
        data("array(array(date))", new JsonValue("[[\"2024-01-01\"]]")));
    assertEquals(
        "[/c/1 range, /c/2 type]",
        refusal("array(integer(8))", new JsonValue("[1, 300, \"4\", 5]"), Source.DATA));
    assertEquals(
        "[/c/1/0 type]", refusal("array(array(date))", new JsonValue("[[], [1]]"), Source.DATA));
    refuses("type", "array(text)", new JsonValue("{}"), 1L, "x", new JsonValue("[1] 2"));
    assertEquals(List.of(number("1.10")), data("array(decimal)", new JsonValue("[1.10]")));
    assertEquals(List.of("{\"a\":[1]}"), data("array(json)", new JsonValue("[{\"a\":[1]}]")));
  }

  @Test
  void guessesOnlyInFiltersAndOnlyForUnknownTypes() {
    assertEquals(18L, filter("any", "18"));
    assertEquals(number("1.5"), filter("any", "1.5"));
    assertEquals("1.5.2", filter("any", "1.5.2"));
    assertEquals("0x10", filter("any", "0x10"));
    assertEquals("18", filter("text", "18"));
    assertEquals("18", data("any", "18"));
    assertEquals("[1]", data("any", new JsonValue("[1]")));
  }

  @Test
  void neverTellsTheValueItself() {
    Violations violations = new Violations();
    for (String type :
        List.of("integer(8)", "text(1)", "uuid", "date", "bytes", "enum('a')", "json")) {
      Object unused = coerced(type, "s3cr3t\0", Source.FILTER, violations);
    }
    for (Violation violation : violations.list()) {
      assertEquals(-1, violation.message().indexOf("s3cr3t"));
    }
  }
}
