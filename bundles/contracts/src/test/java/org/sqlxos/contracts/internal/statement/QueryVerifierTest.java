package org.sqlxos.contracts.internal.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Compare;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Selected.Aggregate;
import org.sqlxos.operation.api.Selected.Calculation;
import org.sqlxos.operation.api.Selected.Embed;
import org.sqlxos.operation.api.Selected.Field;
import org.sqlxos.operation.api.Selected.Through;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/** Queries with what is embedded in them, held to the catalog. */
class QueryVerifierTest {

  private static final RelationName BOOK = new RelationName("", "book");
  private static final RelationName AUTHOR = new RelationName("", "author");

  private static final Relationship BOOKS =
      new Relationship(
          "books", AUTHOR, BOOK, List.of("id"), List.of("author_id"), Cardinality.MANY);
  private static final Relationship BY =
      new Relationship(
          "author", BOOK, AUTHOR, List.of("author_id"), List.of("id"), Cardinality.ONE);

  private static Relation table(RelationName name, String... columns) {
    return new Table(
        name,
        List.of(columns).stream().map(QueryVerifierTest::column).toList(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Column column(String name) {
    return new Column(
        name,
        name.endsWith("id") ? new UniversalType.IntegerType(64) : UniversalType.TEXT,
        "",
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  private static Query verify(Query query) {
    Schema schema =
        new Schema(
            "", List.of(table(AUTHOR, "id", "name"), table(BOOK, "id", "author_id", "title")));
    return new QueryVerifier(
            new CatalogSnapshot(
                new Database("d", "Memory", "1", "", List.of(schema)),
                "f",
                Instant.EPOCH,
                List.of(BOOKS, BY)))
        .query(query);
  }

  private static Query authors(Selected... selection) {
    return Query.of(AUTHOR, List.of(selection));
  }

  private static Query books(Filter filter) {
    return Query.of(BOOK, Selected.fields(List.of("id"))).withFilter(filter);
  }

  private static Filter is(String column, Object value) {
    return new Compare(column, Comparison.EQUAL, value);
  }

  private static String refused(Query query) {
    return assertThrows(ProblemException.class, () -> verify(query)).problem().code().code();
  }

  @Test
  void valuesInsideAreCoercedAndWhatStaysIsHandedOn() {
    Query author = authors(new Field("n", "name")).withFilter(is("id", "7"));
    Embed back = new Embed("by", Optional.of(new Through(BOOKS, is("id", "8"))), BY, author);

    Embed verified = (Embed) verify(authors(back)).selection().getFirst();

    assertEquals(is("id", 7L), verified.query().filter());
    assertEquals(is("id", 8L), verified.through().orElseThrow().filter());
    Query same = authors(new Field("n", "name"), new Embed("b", BOOKS, books(is("id", 1L))));
    assertSame(same, verify(same));
  }

  @Test
  void conditionsOnGroupsAreAboutTheAnswer() {
    Query grouped =
        authors(new Field("who", "name"), new Aggregate("n", Calculation.COUNT, Optional.empty()))
            .withHaving(is("n", "3"))
            .withOrder(List.of(new Order("who", true)));

    assertEquals(is("n", 3L), verify(grouped).having());
    assertEquals("SQLX402", refused(grouped.withOrder(List.of(new Order("name", false)))));
  }

  @Test
  void aRelationshipThatTheCatalogHasNotIsRefused() {
    Relationship madeUp =
        new Relationship(
            "books", AUTHOR, BOOK, List.of("name"), List.of("title"), Cardinality.MANY);

    assertEquals("SQLX402", refused(authors(new Embed("books", madeUp, books(Filter.EVERYTHING)))));
    assertEquals("SQLX402", refused(authors(new Embed("a", BY, authors(new Field("n", "name"))))));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT, name, ''",
    "MIN, name, ''",
    "SUM, id, ''",
    "SUM, name, SQLX401",
    "AVG, name, SQLX401",
    "MAX, nobody, SQLX402"
  })
  void anAggregateFitsItsColumn(Calculation calculation, String column, String code) {
    Query query = authors(new Aggregate("a", calculation, Optional.of(column)));

    if (code.isEmpty()) {
      assertSame(query, verify(query));
    } else {
      assertEquals(code, refused(query));
    }
  }

  @Test
  void whatCannotBeAnsweredIsRefused() {
    Embed books = new Embed("books", BOOKS, books(Filter.EVERYTHING));

    assertEquals("SQLX401", refused(authors(new Field("x", "id"), new Field("x", "name"))));
    assertEquals(
        "SQLX401",
        refused(authors(books, new Aggregate("n", Calculation.COUNT, Optional.empty()))));
    assertEquals("SQLX401", refused(authors(books).withHaving(is("id", 1L))));
    assertEquals("SQLX402", refused(authors(new Embed("b", BOOKS, books(is("nope", 1L))))));
  }

  @Test
  void whatIsNestedTooDeepIsRefusedBeforeTheStackIsFull() {
    Query deep = authors(new Field("n", "name"));
    for (int i = 0; i < 100; i++) {
      Query book = Query.of(BOOK, List.of(new Embed("author", BY, deep)));
      deep = authors(new Embed("books", BOOKS, book));
    }

    assertEquals("SQLX401", refused(deep));
  }
}
