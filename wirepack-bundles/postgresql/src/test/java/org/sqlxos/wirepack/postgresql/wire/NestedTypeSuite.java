package org.sqlxos.wirepack.postgresql.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.DatabaseServer;

/** Arrays, which are read as JSON, and ranges, which are read as text. */
abstract class NestedTypeSuite extends TypeSuite {

  private static final ObjectMapper JSON = new ObjectMapper();

  NestedTypeSuite(DatabaseServer server) {
    super(server);
  }

  /** An array whose elements are compared in writing. */
  private <T> void array(
      String element, List<@Nullable T> values, Function<T, String> written, Object[] driver)
      throws SQLException {
    TypeCase<Object[]> type =
        new TypeCase<>(
            element + "[]",
            (statement, all) ->
                statement.setArray(2, statement.getConnection().createArrayOf(element, all)),
            (row, column) -> elements(row.getArray(column)),
            (row, column) -> elements(row, column));
    List<@Nullable String> expected = new ArrayList<>();
    for (T value : values) {
      expected.add(value == null ? null : written.apply(value));
    }
    oracle().roundTrip(type, driver, values, expected);
  }

  private <T> void array(String element, List<@Nullable T> values) throws SQLException {
    array(element, values, Object::toString, values.toArray());
  }

  private static List<@Nullable String> elements(Array array) throws SQLException {
    return Arrays.stream((@Nullable Object[]) array.getArray())
        .map(each -> each == null ? null : each.toString())
        .toList();
  }

  private static List<@Nullable String> elements(Cursor row, int column) {
    try {
      List<@Nullable String> elements = new ArrayList<>();
      for (JsonNode each : JSON.readTree(row.getText(column))) {
        elements.add(each.isNull() ? null : each.asText());
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw new AssertionError(row.getText(column), e);
    }
  }

  @Property
  void arraysOfIntegersRoundTrip(@ForAll("integers") List<@Nullable Long> values)
      throws SQLException {
    array("int8", values);
  }

  @Property
  void arraysOfShortIntegersRoundTrip(@ForAll("shorts") List<@Nullable Long> values)
      throws SQLException {
    array("int4", values);
    array("int2", values);
  }

  @Property
  void arraysOfTextRoundTrip(@ForAll("texts") List<@Nullable String> values) throws SQLException {
    array("text", values);
    array("varchar", values);
  }

  @Property
  void arraysOfTruthsRoundTrip(@ForAll("truths") List<@Nullable Boolean> values)
      throws SQLException {
    array("bool", values);
  }

  @Property
  void arraysOfNumericsRoundTrip(@ForAll("decimals") List<@Nullable BigDecimal> values)
      throws SQLException {
    TypeCase<Object[]> type =
        new TypeCase<>(
            "numeric[]",
            (statement, all) ->
                statement.setArray(2, statement.getConnection().createArrayOf("numeric", all)),
            (row, column) -> plainElements(row.getArray(column)),
            (row, column) -> plain(row.getText(column)));
    List<@Nullable String> expected =
        values.stream().map(each -> each == null ? null : each.toPlainString()).toList();
    oracle().roundTrip(type, values.toArray(), values, expected);
  }

  private static List<@Nullable String> plainElements(Array array) throws SQLException {
    return Arrays.stream((@Nullable Object[]) array.getArray())
        .map(each -> each instanceof BigDecimal number ? number.toPlainString() : null)
        .toList();
  }

  /** The digits as they stand in the document, which a JSON number of Java would lose. */
  private static List<@Nullable String> plain(String json) {
    if (json.equals("[]")) {
      return List.of();
    }
    return Arrays.stream(json.substring(1, json.length() - 1).split(","))
        .map(each -> each.equals("null") ? null : each.replace("\"", ""))
        .toList();
  }

  @Property
  void arraysOfUuidsRoundTrip(@ForAll List<Long> values) throws SQLException {
    array("uuid", values.stream().map(low -> new UUID(~low, low)).toList());
  }

  @Property
  void arraysOfDatesRoundTrip(@ForAll List<Short> values) throws SQLException {
    List<LocalDate> dates =
        values.stream().map(day -> LocalDate.EPOCH.plusDays(Math.abs(day))).toList();
    array("date", dates);
  }

  @Example
  void arraysOfSeveralDimensionsAreNestedLists() throws SQLException {
    oracle()
        .roundTrip(
            TypeCase.text("int4[]").reading((row, column) -> braces(row.getText(column))),
            "{{1,2},{3,NULL}}",
            List.of(List.of(1L, 2L), Arrays.asList(3L, null)),
            "{{1,2},{3,NULL}}");
    oracle()
        .roundTrip(
            TypeCase.text("int4[]").reading((row, column) -> braces(row.getText(column))),
            "{}",
            List.of(),
            "{}");
    for (String type : new String[] {"int4[]", "text[]", "int4range"}) {
      oracle().nullRoundTrip(type);
    }
  }

  private static String braces(String json) {
    return json.replace('[', '{').replace(']', '}').replace("null", "NULL");
  }

  @Property
  void rangesRoundTrip(
      @ForAll("bounds") String from, @ForAll("bounds") String to, @ForAll("shapes") String shape)
      throws SQLException {
    if (!from.isEmpty() && !to.isEmpty() && Integer.parseInt(from) > Integer.parseInt(to)) {
      return;
    }
    String range = shape.formatted(from, to);
    for (String type : new String[] {"int4range", "int8range", "numrange"}) {
      oracle().roundTripAsText(TypeCase.text(type), range);
    }
  }

  @Property
  void rangesOfTimeRoundTrip(
      @ForAll("days") int from, @ForAll("days") int to, @ForAll("shapes") String shape)
      throws SQLException {
    LocalDate first = LocalDate.EPOCH.plusDays(Math.min(from, to));
    LocalDate last = LocalDate.EPOCH.plusDays(Math.max(from, to));
    oracle().roundTripAsText(TypeCase.text("daterange"), shape.formatted(first, last));
    String times =
        shape.formatted("\"%s 01:02:03.4\"".formatted(first), "\"%s 23:59:59\"".formatted(last));
    TypeCase<String> type =
        new TypeCase<>(
            "tsrange",
            TypeCase.text("tsrange").bind(),
            (row, column) -> iso(row.getString(column)),
            (row, column) -> row.getText(column));
    oracle().roundTrip(type, times, times, iso(oracle().canonical("tsrange", times)));
  }

  /** Bounds are written as times are everywhere, which needs no quotes. */
  private static String iso(String range) {
    return range.replace("\"", "").replace(' ', 'T');
  }

  @Example
  void emptyRangesRoundTrip() throws SQLException {
    for (String type : new String[] {"int4range", "numrange", "daterange", "tstzrange"}) {
      oracle().roundTripAsText(TypeCase.text(type), "empty");
    }
  }

  @Provide
  Arbitrary<List<@Nullable Long>> integers() {
    return Arbitraries.longs().injectNull(0.2).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<@Nullable Long>> shorts() {
    return Arbitraries.longs().between(-32_768, 32_767).injectNull(0.2).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<@Nullable String>> texts() {
    return Arbitraries.strings()
        .withChars("aä€ \"\\{},'\n;")
        .ofMaxLength(10)
        .edgeCases(cases -> cases.add("NULL", "null", ""))
        .injectNull(0.2)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<@Nullable Boolean>> truths() {
    return Arbitraries.of(true, false).injectNull(0.2).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<@Nullable BigDecimal>> decimals() {
    return Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(0, 30))
        .as(BigDecimal::new)
        .injectNull(0.2)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> bounds() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-100_000, 100_000).map(Object::toString),
        Arbitraries.just(""));
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, 100_000);
  }

  @Provide
  Arbitrary<String> shapes() {
    return Arbitraries.of("[%s,%s)", "[%s,%s]", "(%s,%s)", "(%s,%s]");
  }
}
