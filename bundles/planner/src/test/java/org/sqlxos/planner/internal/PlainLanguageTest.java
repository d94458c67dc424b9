package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.ReadBackSyntax;
import org.sqlxos.dialect.api.Syntax.TypedValue;
import org.sqlxos.dialect.api.Syntax.Wording;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType.IntegerType;

/** Statements in a language that has next to nothing of SQL. */
class PlainLanguageTest {

  private static final Syntax SYNTAX =
      new Syntax(
          '"',
          Syntax.Placeholders.QUESTION_MARK,
          Syntax.Returned.NEVER,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2",
          "$1 LIKE $2",
          "LIMIT $1",
          Optional.of(new ReadBackSyntax("", "")),
          new Syntax.Forms(
              "",
              "",
              Syntax.Names.AS_STORED,
              new Wording("ALTER $1 SET $2", "DROP FROM $1", "IF ABSENT", "IF THERE", "SLOWLY"),
              EnumSet.complementOf(EnumSet.of(Lack.UNIQUE_KEYS))));

  private static final RelationName POINTS = new RelationName("", "points");
  private static final Filter KEY = Filter.equal(List.of("x", "y"), List.of(1L, 2L));

  private final StatementCompiler compiler = new StatementCompiler(SYNTAX, catalog());

  private static CatalogSnapshot catalog() {
    Table points =
        new Table(
            POINTS,
            List.of(column("x"), column("y"), column("height")),
            Optional.of(new Key("points_pkey", List.of("x", "y"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database database =
        new Database("db", "Plain", "1", "", List.of(new Schema("", List.of(points))));
    return new CatalogSnapshot(database, "f", Instant.EPOCH, List.of());
  }

  private static Column column(String name) {
    return new Column(
        name,
        new IntegerType(64),
        "bigint",
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  private TargetStatement query(Filter filter, Page page, Order... order) {
    return compiler
        .queries()
        .query(
            Query.of(POINTS, Selected.fields(List.of("x")))
                .withFilter(filter)
                .withOrder(List.of(order))
                .withPage(page)
                .withCount(Query.Count.EXACT));
  }

  @Test
  void aPageHasNoOrderOfItsOwnAndNoTotalInIt() {
    assertEquals(
        "SELECT \"x\" FROM \"points\" LIMIT 10", query(Filter.EVERYTHING, new Page(10, 0)).text());
    assertEquals(
        "SELECT \"x\" FROM \"points\" WHERE \"x\" = ? ORDER BY \"y\" DESC LIMIT 10 SLOWLY",
        query(Filter.equal(List.of("x"), List.of(1L)), new Page(10, 0), new Order("y", true))
            .text());
  }

  @Test
  void whatItCannotSayIsRefused() {
    Page first = new Page(10, 0);
    Filter one = new Filter.Compare("x", Comparison.EQUAL, 1L);
    refused(() -> query(Filter.EVERYTHING, new Page(10, 10)));
    refused(() -> query(new Filter.Or(List.of(one, one)), first));
    refused(() -> query(new Filter.Not(one), first));
    refused(() -> query(new Filter.Compare("x", Comparison.NOT_EQUAL, 1L), first));
    refused(() -> query(new Filter.IsNull("x"), first));
    refused(() -> query(new Filter.Like("x", "a*", false), first));
    refused(() -> query(new Filter.In("x", List.of()), first));
    refused(
        () ->
            compiler.mutation(
                new Mutation.Insert(
                    POINTS, List.of("x"), List.of(List.of(1L), List.of(2L)), List.of())));
  }

  private static void refused(Executable plan) {
    ProblemException refused = assertThrows(ProblemException.class, plan);
    assertEquals(PlanProblem.NOT_SERVED, refused.problem().code());
  }

  @Test
  void writesEndAsTheLanguageHasIt() {
    TargetStatement insert =
        compiler.mutation(
            new Mutation.Insert(
                POINTS, List.of("x", "y"), List.of(List.of(1L, 2L)), List.of("height")));
    assertEquals("INSERT INTO \"points\" (\"x\", \"y\") VALUES (?, ?) IF ABSENT", insert.text());
    assertEquals(
        "SELECT \"height\" FROM \"points\" WHERE \"x\" = ? AND \"y\" = ? SLOWLY",
        insert.readBack().orElseThrow().rows().text());
    assertEquals(
        "DROP FROM \"points\" WHERE \"x\" = ? AND \"y\" = ? IF THERE",
        compiler.mutation(new Mutation.Delete(POINTS, KEY, List.of())).text());
  }

  @Test
  void aRowKeepsItsKey() {
    List<String> all = List.of("x", "y", "height");
    TargetStatement same =
        compiler.mutation(new Mutation.Update(POINTS, all, List.of(1L, 2L, 9L), KEY, List.of()));
    assertEquals(
        "ALTER \"points\" SET \"height\" = ? WHERE \"x\" = ? AND \"y\" = ? IF THERE", same.text());
    assertEquals(List.of(9L, 1L, 2L), same.parameters());
    refused(
        () ->
            compiler.mutation(
                new Mutation.Update(POINTS, all, List.of(1L, 3L, 9L), KEY, List.of())));
    refused(
        () ->
            compiler.mutation(
                new Mutation.Update(POINTS, List.of("x"), List.of(1L), KEY, List.of())));
  }

  @Test
  void valuesSayTheirTypeWhereTheLanguageWantsIt() {
    StatementCompiler typed = new StatementCompiler(typed(), catalog());

    assertEquals(
        "INSERT INTO \"points\" (\"x\", \"y\") VALUES (CAST(? AS bigint), ?)",
        typed
            .mutation(
                new Mutation.Insert(
                    POINTS, List.of("x", "y"), List.of(Arrays.asList(1L, null)), List.of()))
            .text());
    assertEquals(
        "UPDATE \"points\" SET \"height\" = CAST(? AS bigint)"
            + " WHERE (\"points\".\"x\" = CAST(? AS bigint)"
            + " AND \"points\".\"y\" IN (CAST(? AS bigint)))",
        typed
            .mutation(
                new Mutation.Update(
                    POINTS,
                    List.of("height"),
                    List.of(3L),
                    new Filter.And(
                        List.of(
                            new Filter.Compare("x", Comparison.EQUAL, 1L),
                            new Filter.In("y", List.of(2L)))),
                    List.of()))
            .text());
  }

  private static Syntax typed() {
    return new Syntax(
        '"',
        Syntax.Placeholders.QUESTION_MARK,
        Syntax.Returned.NEVER,
        "DEFAULT VALUES",
        false,
        "$1 LIKE $2",
        "$1 LIKE $2",
        "LIMIT $1",
        Optional.of(new ReadBackSyntax("", "")),
        new Syntax.Forms(
            "",
            "",
            Syntax.Names.AS_STORED,
            new Wording(
                "UPDATE $1 SET $2",
                "DELETE FROM $1",
                "",
                "",
                "",
                List.of(new TypedValue(Pattern.compile("(big.*)"), "CAST($1 AS $2)"))),
            EnumSet.of(Lack.UNIQUE_KEYS)));
  }

  @Test
  void whereNoKeyIsUniqueAnInsertLooksForItsKeyFirst() {
    Mutation insert =
        new Mutation.Insert(POINTS, List.of("x", "y"), List.of(List.of(1L, 2L)), List.of("x"));
    assertEquals(
        ReadBack.Moment.NEW,
        new StatementCompiler(typed(), catalog())
            .mutation(insert)
            .readBack()
            .orElseThrow()
            .moment());
    assertEquals(
        ReadBack.Moment.AFTER, compiler.mutation(insert).readBack().orElseThrow().moment());
  }
}
