package org.sqlxos.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.contracts.internal.format.Formats;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Compare;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Integrity;

/** What a caller is told of rules that only the database knows. */
class IntegrityTest {

  private final ConstraintVerifyStage stage = new ConstraintVerifyStage(Formats.NONE);
  private final FakeChain chain = new FakeChain();

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

  private static Filter id(Object value) {
    return new Compare("id", Comparison.EQUAL, value);
  }

  @Test
  void looksUpKeysOnceSomethingIsWrong() {
    chain.existing.add("book.isbn=taken");
    Problem problem = refused(book("id isbn author_id stock", 5L, "taken", 99L, "many"));
    assertEquals(List.of("/author_id foreign-key", "/isbn unique", "/stock type"), rules(problem));
    assertTrue(chain.asked.stream().allMatch(Query.class::isInstance));
    assertEquals(0, chain.open.get(), "outcomes are closed");
  }

  @Test
  void tellsWhichKeyExists() {
    chain.failure = Optional.of(Integrity.UNIQUE);
    chain.existing.add("book.isbn=taken");
    Problem problem = refused(book("isbn", "taken"));
    assertEquals("SQLX410", problem.code().code());
    assertEquals(409, problem.code().status());
    assertEquals(List.of("/isbn unique"), rules(problem));
    assertEquals(Optional.of("23505"), problem.sqlState());
  }

  @Test
  void tellsKeysThatAreGivenTwice() {
    chain.failure = Optional.of(Integrity.UNIQUE);
    List<List<Object>> rows = List.of(List.of("a"), List.of("b"), List.of("a"));
    Problem problem = refused(new Mutation.Insert(Shop.BOOK, List.of("isbn"), rows, List.of()));
    assertEquals(List.of("/2/isbn unique"), rules(problem));
  }

  @Test
  void tellsWhichTargetIsMissing() {
    chain.failure = Optional.of(Integrity.FOREIGN_KEY);
    chain.existing.add("book.isbn=taken");
    Problem problem = refused(book("isbn author_id", "taken", 99L));
    assertEquals("SQLX400", problem.code().code());
    assertEquals(List.of("/author_id foreign-key", "/isbn unique"), rules(problem));
  }

  @Test
  void excludesTheUpdatedRowsFromTheSearch() {
    chain.failure = Optional.of(Integrity.UNIQUE);
    Problem problem =
        refused(new Mutation.Update(Shop.BOOK, List.of("isbn"), List.of("x"), id("7"), List.of()));
    assertEquals("SQLX410", problem.code().code());
    Query search = (Query) chain.asked.getLast();
    assertEquals(
        new Filter.And(List.of(new Compare("isbn", Comparison.EQUAL, "x"), new Filter.Not(id(7L)))),
        search.filter());
  }

  @Test
  void deletingAReferencedRowIsAConflict() {
    chain.failure = Optional.of(Integrity.FOREIGN_KEY);
    Problem problem = refused(new Mutation.Delete(Shop.AUTHOR, id(1L), List.of()));
    assertEquals("SQLX411", problem.code().code());
    assertTrue(problem.detail().contains("\"book\""));
    Problem updated =
        refused(new Mutation.Update(Shop.AUTHOR, List.of("id"), List.of(2L), id(1L), List.of()));
    assertEquals("SQLX411", updated.code().code());
  }

  @Test
  void tellsTheRuleThatOnlyTheDatabaseKnows() {
    chain.failure = Optional.of(Integrity.CHECK);
    chain.detail = "CHECK constraint failed: book_check_9";
    assertEquals(List.of("/isbn check"), rules(refused(book("isbn", "x"))));
    chain.detail = "CHECK constraint failed: something_new";
    assertEquals(List.of(" check"), rules(refused(book("isbn", "x"))));
    chain.detail = "CHECK constraint failed: positive_stock";
    assertEquals(List.of("/stock range"), rules(refused(book("isbn", "x"))));
    chain.failure = Optional.of(Integrity.NOT_NULL);
    chain.detail = "NOT NULL constraint failed: book.stock";
    assertEquals(List.of("/stock null"), rules(refused(book("isbn", "x"))));
  }

  @Test
  void leavesOtherProblemsAsTheyAre() {
    chain.other = Optional.of(ContractProblem.NAME_UNKNOWN.problem("something else"));
    assertEquals("something else", refused(book("isbn", "x")).detail());
  }
}
