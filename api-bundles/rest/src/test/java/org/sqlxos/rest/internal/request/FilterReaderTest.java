package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.type.api.UniversalType;

/** The language of filters. */
final class FilterReaderTest {

  private static final List<String> NAMES =
      List.of("a", "b", "and", "or", "not", "eq", "page", "x.y", "a,b", "(", "\"", "", "é d", "\\");

  private static final Relation RELATION =
      Catalogs.table(
          "t", NAMES.stream().map(FilterReaderTest::column).toList(), List.of(), List.of());

  private static Column column(String name) {
    return Catalogs.column(name, UniversalType.TEXT, true, Origin.STORED);
  }

  private static FilterReader reader() {
    return new FilterReader(Catalogs.blog(), new RequestLimits(1, 1, 1, 100, 10, 1, 1));
  }

  private static Filter read(String column, String text) {
    return reader().tested(RELATION, column, text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "eq.1 -> Compare[column=a, comparison=EQUAL, value=1]",
        "not.lte.-1.5 -> Not[part=Compare[column=a, comparison=LESS_OR_EQUAL, value=-1.5]]",
        "eq. -> Compare[column=a, comparison=EQUAL, value=]",
        "gt.x,y).\"z -> Compare[column=a, comparison=GREATER, value=x,y).\"z]",
        "in.(1,\"b,)\\\"\",) -> In[column=a, values=[1, b,)\", ]]",
        "in.() -> In[column=a, values=[]]",
        "like.*x* -> Like[column=a, pattern=*x*, ignoreCase=false]",
        "ilike.x -> Like[column=a, pattern=x, ignoreCase=true]",
        "is.null -> IsNull[column=a]",
        "is.notnull -> Not[part=IsNull[column=a]]",
        "not.is.null -> Not[part=IsNull[column=a]]",
        "eq.'; DROP TABLE t -> Compare[column=a, comparison=EQUAL, value='; DROP TABLE t]",
      })
  void readsATest(String text, String filter) {
    assertEquals(filter, read("a", text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'' -> OPERATOR_UNKNOWN",
        "18 -> OPERATOR_UNKNOWN",
        "eq -> OPERATOR_UNKNOWN",
        "equals.1 -> OPERATOR_UNKNOWN",
        "EQ.1 -> OPERATOR_UNKNOWN",
        "not.not.eq.1 -> OPERATOR_UNKNOWN",
        "is.nul -> MALFORMED_FILTER",
        "is.nullx -> MALFORMED_FILTER",
        "in.1 -> MALFORMED_FILTER",
        "in.(1 -> MALFORMED_FILTER",
        "in.(1)2 -> MALFORMED_FILTER",
        "in.(\"1) -> MALFORMED_FILTER",
        "in.(\"1\"2) -> MALFORMED_FILTER",
        "in.(\"\\ -> MALFORMED_FILTER",
      })
  void refusesWhatIsNoTest(String text, RestProblem code) {
    assertRefused(code, () -> read("a", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "'' -> MALFORMED_FILTER",
        "() -> MALFORMED_FILTER",
        "a.eq.1 -> MALFORMED_FILTER",
        "(a.eq.1 -> MALFORMED_FILTER",
        "(a.eq.1)) -> MALFORMED_FILTER",
        "(a.eq.1,) -> MALFORMED_FILTER",
        "(c.eq.1) -> COLUMN_UNKNOWN",
        "(a) -> MALFORMED_FILTER",
        "(or()) -> MALFORMED_FILTER",
        "(not.xor(a.eq.1)) -> OPERATOR_UNKNOWN",
      })
  void refusesWhatIsNoGroup(String text, RestProblem code) {
    assertRefused(code, () -> reader().group(RELATION, "and", text));
  }

  @Test
  void boundsDepthAndNumber() {
    reader().group(RELATION, "or", "(and".repeat(9) + "(a.eq.1" + ")".repeat(10));
    assertRefused(
        RestProblem.FILTER_TOO_DEEP,
        () -> reader().group(RELATION, "or", "(and".repeat(100_000) + "(a.eq.1"));
    reader().group(RELATION, "or", "(a.eq.1" + ",a.eq.1".repeat(99) + ")");
    assertRefused(
        RestProblem.TOO_MANY_CONDITIONS,
        () -> reader().group(RELATION, "or", "(a.eq.1" + ",a.eq.1".repeat(100) + ")"));
  }

  @Test
  void proposesTheOperatorThatWasMeant() {
    ProblemException refused = assertThrows(ProblemException.class, () -> read("a", "gtee.1"));
    assertEquals("did you mean \"gte\"?", refused.problem().hint().orElseThrow());
  }

  private static void assertRefused(RestProblem code, Runnable read) {
    assertEquals(code, assertThrows(ProblemException.class, read::run).problem().code());
  }

  @Property
  void readsBackWhatWasWritten(@ForAll("groups") List<Filter> parts) {
    FilterReader unbounded =
        new FilterReader(Catalogs.blog(), new RequestLimits(1, 1, 1, 1_000_000, 1_000, 1, 1));

    assertEquals(new Filter.Or(parts), unbounded.group(RELATION, "or", FilterText.group(parts)));
  }

  @Provide
  Arbitrary<List<Filter>> groups() {
    return filters().list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Filter> filters() {
    return Arbitraries.recursive(FilterReaderTest::leaves, FilterReaderTest::around, 0, 4);
  }

  private static Arbitrary<Filter> around(Arbitrary<Filter> inner) {
    Arbitrary<List<Filter>> parts = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        parts.map(Filter.And::new),
        parts.map(Filter.Or::new),
        parts.map(Filter.Or::new).map(Filter.Not::new));
  }

  private static Arbitrary<Filter> leaves() {
    Arbitrary<String> columns = Arbitraries.of(NAMES);
    Arbitrary<String> values = Arbitraries.strings().withChars("ab.,()\"\\ 😀*'").ofMaxLength(6);
    Arbitrary<Filter> positive =
        Arbitraries.oneOf(
            Combinators.combine(columns, Arbitraries.of(Comparison.class), values)
                .as(Filter.Compare::new),
            Combinators.combine(columns, values, Arbitraries.of(true, false)).as(Filter.Like::new),
            Combinators.combine(columns, values.map(value -> (Object) value).list().ofMaxSize(3))
                .as(Filter.In::new),
            columns.map(Filter.IsNull::new));
    return Combinators.combine(positive, Arbitraries.of(true, false))
        .as((filter, negated) -> negated ? new Filter.Not(filter) : filter);
  }
}
