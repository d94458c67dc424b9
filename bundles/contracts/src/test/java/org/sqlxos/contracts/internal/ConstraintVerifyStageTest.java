package org.sqlxos.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.contracts.internal.format.Formats;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Compare;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;

class ConstraintVerifyStageTest {

  private final ConstraintVerifyStage stage = new ConstraintVerifyStage(Formats.NONE);
  private final FakeChain chain = new FakeChain();

  private Statement passed(Statement statement) {
    chain.asked.clear();
    try (Outcome outcome = stage.apply(Shop.operation(statement), chain)) {
      assertTrue(outcome instanceof Outcome.Changed || outcome instanceof Outcome.Rows);
    }
    assertEquals(1, chain.asked.size(), "one statement, no look-ups");
    return chain.asked.getFirst();
  }

  private Problem refused(Statement statement) {
    return assertThrows(
            ProblemException.class, () -> stage.apply(Shop.operation(statement), chain).close())
        .problem();
  }

  private static List<String> rules(Problem problem) {
    return problem.violations().stream().map(v -> v.pointer() + " " + v.rule()).sorted().toList();
  }

  private static Mutation.Insert book(String columns, Object... values) {
    return new Mutation.Insert(
        Shop.BOOK, List.of(columns.split(" ")), List.of(Arrays.asList(values)), List.of());
  }

  private static Mutation.Update change(String columns, Object... values) {
    return new Mutation.Update(
        Shop.BOOK, List.of(columns.split(" ")), Arrays.asList(values), id(7L), List.of());
  }

  private static Filter id(Object value) {
    return new Compare("id", Comparison.EQUAL, value);
  }

  private static Query query(Filter filter, Order... order) {
    return Query.of(Shop.BOOK, Selected.fields(List.of("id")))
        .withFilter(filter)
        .withOrder(List.of(order));
  }

  @Test
  void handsOnCoercedValues() {
    Statement statement =
        passed(book("isbn price published stock", "x", new BigDecimal("1.50"), "2024-01-31", null));
    assertEquals(
        book(
            "isbn price published stock",
            "x",
            new BigDecimal("1.50"),
            LocalDate.of(2024, 1, 31),
            null),
        statement);
  }

  @Test
  void copiesNothingThatStaysAsItIs() {
    Mutation.Insert insert = book("isbn stock", "x", 3L);
    assertSame(insert, passed(insert));
    Query query = query(new Filter.And(List.of(id(3L), new Filter.IsNull("stock"))));
    assertSame(query, passed(query));
  }

  @Test
  void holdsTextsToTheirFormatWithAllOtherRules() {
    ConstraintVerifyStage strict =
        new ConstraintVerifyStage(
            Formats.read(false, new String[] {"book.isbn=url", "book.label=email"}));
    Statement statement =
        new Mutation.Insert(
            Shop.BOOK,
            List.of("isbn", "stock"),
            List.of(
                List.of("http://a.b/1", 1L), List.of("978-3", "many"), List.of("/relative", 2L)),
            List.of());
    Problem problem =
        assertThrows(
                ProblemException.class,
                () -> strict.apply(Shop.operation(statement), chain).close())
            .problem();
    assertEquals(List.of("/1/isbn format", "/1/stock type", "/2/isbn format"), rules(problem));
    Problem changed =
        assertThrows(
                ProblemException.class,
                () -> strict.apply(Shop.operation(change("isbn", "x")), chain).close())
            .problem();
    assertEquals(List.of("/isbn format"), rules(changed));
  }

  @Test
  void listsEverythingThatIsWrongWithARow() {
    Problem problem = refused(book("isbn price stock titel label", null, "1", -1L, "x", "y"));
    assertEquals("SQLX400", problem.code().code());
    assertEquals(422, problem.code().status());
    assertEquals(
        List.of("/isbn null", "/label read-only", "/price type", "/stock range", "/titel unknown"),
        rules(problem));
    assertTrue(problem.violations().toString().contains("\"title\""));
  }

  @Test
  void pointsIntoManyRows() {
    List<List<Object>> rows =
        List.of(Arrays.asList("a", 1L), Arrays.asList(1L, -5L), Collections.nCopies(2, null));
    Problem problem =
        refused(new Mutation.Insert(Shop.BOOK, List.of("isbn", "stock"), rows, List.of()));
    assertEquals(List.of("/1/isbn type", "/1/stock range", "/2/isbn null"), rules(problem));
  }

  @Test
  void requiresWhatHasNoDefault() {
    assertEquals(List.of("/isbn required"), rules(refused(book("stock", 1L))));
    assertEquals(List.of("/isbn required"), rules(refused(change("isbn", Default.DEFAULT))));
    Mutation.Update toDefault = change("state", Default.DEFAULT);
    assertSame(toDefault, passed(toDefault));
  }

  @Test
  void evaluatesChecksOverSeveralColumns() {
    String columns = "isbn price old_price";
    assertEquals(
        List.of(" check"),
        rules(refused(book(columns, "x", new BigDecimal("5"), new BigDecimal("4")))));
    passed(book(columns, "x", new BigDecimal("5"), null));
    // What a row holds already is not known here.
    passed(change("price", new BigDecimal("5")));
    // A default is: 1 is less than 10.
    assertEquals(List.of(" check"), rules(refused(book("isbn low", "x", 10L))));
    passed(book("isbn low", "x", 0L));
  }

  @Test
  void holdsNoMoreThanAHundredViolations() {
    List<List<Object>> rows = Collections.nCopies(5000, Arrays.asList("x", "y"));
    Problem problem =
        refused(new Mutation.Insert(Shop.BOOK, List.of("isbn", "stock"), rows, List.of()));
    assertEquals(100, problem.violations().size());
  }

  @Test
  void coercesFiltersFromText() {
    assertEquals(
        query(new Filter.In("id", List.of(1L, 2L))),
        passed(query(new Filter.In("id", List.of("1", "2")))));
    assertEquals(
        new Mutation.Delete(Shop.BOOK, new Filter.Not(id(4L)), List.of()),
        passed(new Mutation.Delete(Shop.BOOK, new Filter.Not(id("4")), List.of())));
    Relationship author =
        new Relationship(
            "author",
            Shop.BOOK,
            Shop.AUTHOR,
            List.of("author_id"),
            List.of("id"),
            Relationship.Cardinality.ONE);
    assertEquals(
        query(new Filter.Related(author, id(1L))),
        passed(query(new Filter.Related(author, id("1")))));
    Query like = query(new Filter.Like("isbn", "1*", true));
    assertSame(like, passed(like));
  }

  @Test
  void refusesFilterValuesThatDoNotFit() {
    Problem problem =
        refused(
            query(
                new Filter.Or(
                    List.of(
                        id("x"),
                        new Filter.In("stock", List.of("1", "y")),
                        new Filter.Like("isbn", "\0", false)))));
    assertEquals("SQLX401", problem.code().code());
    assertEquals(400, problem.code().status());
    assertEquals(3, problem.violations().size());
    Filter deep = id(1L);
    for (int i = 0; i < 5000; i++) {
      deep = new Filter.Not(deep);
    }
    assertEquals("SQLX401", refused(query(deep)).code().code());
  }

  @Test
  void namesTheNearestColumn() {
    for (Statement statement :
        List.of(
            query(new Compare("prise", Comparison.EQUAL, 1L)),
            query(Filter.EVERYTHING, new Order("Prices", false)),
            Query.of(Shop.BOOK, Selected.fields(List.of("pric"))),
            new Mutation.Delete(Shop.BOOK, Filter.EVERYTHING, List.of("prize")))) {
      Problem problem = refused(statement);
      assertEquals("SQLX402", problem.code().code());
      assertEquals(Optional.of("Is \"price\" meant?"), problem.hint());
    }
  }

  @Test
  void verifiesTheStatementsOfABatch() {
    Batch batch = new Batch(List.of(book("isbn", "x"), change("stock", "y"), query(id("1"))));
    assertEquals(List.of("/1/stock type"), rules(refused(batch)));
    assertEquals(
        new Batch(List.of(book("isbn", "x"), query(id(1L)))),
        passed(new Batch(List.of(book("isbn", "x"), query(id("1"))))));
  }

  @Test
  void tellsWhereInTheRequestEachRowStands() {
    List<List<Object>> rows = List.of(List.of("x", -1L), List.of(5L, new Earlier(0, 0, "id")));
    Mutation.Insert insert =
        new Mutation.Insert(
            Shop.BOOK,
            List.of("isbn", "stock"),
            rows,
            Optional.empty(),
            List.of("/books/0", "/books/7"),
            List.of());
    assertEquals(
        List.of("/books/0/stock range", "/books/7/isbn type"),
        rules(refused(new Batch(List.of(insert)))));
  }

  @Test
  void verifiesEachInsertOfASeriesWhenItIsMade() {
    Series series = new Series(Shop.BOOK, List.of(book("isbn", "x"), book("isbn", 5L)).iterator());
    Series passed = (Series) passed(series);
    assertEquals(book("isbn", "x"), passed.inserts().next());
    ProblemException refused = assertThrows(ProblemException.class, passed.inserts()::next);
    assertEquals(List.of("/isbn type"), rules(refused.problem()));
  }

  @Test
  void leavesTextAndCommandsAlone() {
    Sql sql = new Sql("sqlite", "SELECT 1", List.of());
    assertSame(sql, passed(sql));
    Command command = new Command("GET", Map.of(), false);
    assertSame(command, passed(command));
  }

  @Test
  void readsNullsOfRowsThatAreListsOfNull() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(Collections.singletonList(null));
    assertEquals(
        List.of("/isbn null"),
        rules(refused(new Mutation.Insert(Shop.BOOK, List.of("isbn"), rows, List.of()))));
  }
}
