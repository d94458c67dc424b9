package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Forms;
import org.sqlxos.dialect.api.Syntax.Names;
import org.sqlxos.dialect.api.Syntax.Returned;
import org.sqlxos.dialect.api.Syntax.ReturnedForm;
import org.sqlxos.dialect.api.Syntax.Write;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

class StatementCompilerTest {

  private static final Syntax SYNTAX =
      new Syntax(
          '"',
          Syntax.Placeholders.QUESTION_MARK,
          true,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2 ESCAPE '\\'",
          "lower($1) LIKE lower($2) ESCAPE '\\'",
          "LIMIT $1 OFFSET $2");
  private static final RelationName POSTS = new RelationName("main", "posts");
  private static final RelationName USERS = new RelationName("main", "users");

  private final StatementCompiler compiler = new StatementCompiler(SYNTAX, catalog());

  @Test
  void aPageIsSortedDownToTheKeySoThatPagesDoNotOverlap() {
    Query query =
        Query.of(POSTS, Selected.fields(List.of("id", "title")))
            .withOrder(List.of(new Order("title", true)))
            .withPage(new Page(20, 40));

    TargetStatement target = compiler.queries().query(query);

    assertEquals(
        "SELECT \"posts\".\"id\", \"posts\".\"title\" FROM \"main\".\"posts\""
            + " ORDER BY \"posts\".\"title\" DESC, \"posts\".\"id\" LIMIT 20 OFFSET ?",
        target.text());
    assertEquals(List.of(40L), target.parameters());
  }

  @Test
  void theFirstPageHasNoParametersSoThatItsPlanIsMadeOnce() {
    TargetStatement target =
        compiler
            .queries()
            .query(Query.of(POSTS, Selected.fields(List.of("id"))).withPage(new Page(20, 0)));

    assertEquals(
        "SELECT \"posts\".\"id\" FROM \"main\".\"posts\" ORDER BY \"posts\".\"id\" LIMIT 20 OFFSET"
            + " 0",
        target.text());
    assertEquals(List.of(), target.parameters());
  }

  @Test
  void aRowByItsKeyNeedsNeitherOrderNorPage() {
    Filter key = new Filter.Compare("id", Comparison.EQUAL, 7L);
    Query row = Query.of(POSTS, Selected.fields(List.of("id"))).withPage(new Page(1, 0));

    assertEquals(
        "SELECT \"posts\".\"id\" FROM \"main\".\"posts\" WHERE \"posts\".\"id\" = ?",
        compiler.queries().query(row.withFilter(key)).text());
    assertTrue(
        compiler
            .queries()
            .query(row.withFilter(new Filter.Or(List.of(key, key))))
            .text()
            .endsWith(" LIMIT 1 OFFSET 0"));
    assertTrue(
        compiler
            .queries()
            .query(row.withFilter(key).withPage(new Page(0, 0)))
            .text()
            .endsWith(" LIMIT 0 OFFSET 0"));
  }

  @Test
  void aCountedQueryCarriesItsTotalAndItsFilterTwice() {
    Query query =
        Query.of(POSTS, Selected.fields(List.of("id")))
            .withFilter(new Filter.Compare("title", Comparison.EQUAL, "x"))
            .withCount(Query.Count.EXACT);

    TargetStatement target = compiler.queries().query(query);

    assertEquals(
        "SELECT \"posts\".\"id\", (SELECT count(*) FROM \"main\".\"posts\" WHERE"
            + " \"posts\".\"title\" = ?) FROM \"main\".\"posts\" WHERE \"posts\".\"title\" = ?",
        target.text());
    assertEquals(List.of("x", "x"), target.parameters());
    assertEquals(2, target.columns().size());
  }

  @Test
  void everyKindOfFilterIsWritten() {
    Filter filter =
        new Filter.And(
            List.of(
                new Filter.Or(
                    List.of(new Filter.IsNull("title"), new Filter.In("id", List.of(1L, 2L)))),
                new Filter.Not(new Filter.Like("title", "50%*a_b", true)),
                new Filter.Related(author(), new Filter.Compare("id", Comparison.GREATER, 7L)),
                new Filter.In("id", List.of())));

    TargetStatement target =
        compiler
            .queries()
            .query(Query.of(POSTS, Selected.fields(List.of("id"))).withFilter(filter));

    assertEquals(
        "SELECT \"posts\".\"id\" FROM \"main\".\"posts\" WHERE"
            + " ((\"posts\".\"title\" IS NULL OR \"posts\".\"id\" IN (?, ?))"
            + " AND NOT (lower(\"posts\".\"title\") LIKE lower(?) ESCAPE '\\')"
            + " AND EXISTS (SELECT 1 FROM \"main\".\"users\" \"related_1\""
            + " WHERE \"related_1\".\"id\" = \"posts\".\"author_id\" AND \"related_1\".\"id\" > ?)"
            + " AND 1 = 0)",
        target.text());
    assertEquals(List.of(1L, 2L, "50\\%%a\\_b", 7L), target.parameters());
  }

  @Test
  void mutationsReturnWhatWasAsked() {
    assertEquals(
        "INSERT INTO \"main\".\"posts\" (\"title\", \"author_id\") VALUES (?, ?), (?, ?) RETURNING"
            + " \"id\"",
        compiler
            .mutation(
                new Mutation.Insert(
                    POSTS,
                    List.of("title", "author_id"),
                    List.of(Arrays.asList("a", null), Arrays.asList("b", 1L)),
                    List.of("id")))
            .text());
    assertEquals(
        "INSERT INTO \"main\".\"posts\" DEFAULT VALUES",
        compiler
            .mutation(new Mutation.Insert(POSTS, List.of(), List.of(List.of()), List.of()))
            .text());
    assertEquals(
        "UPDATE \"main\".\"posts\" SET \"title\" = ('untitled'), \"author_id\" = NULL"
            + " WHERE \"posts\".\"id\" = ?",
        compiler
            .mutation(
                new Mutation.Update(
                    POSTS,
                    List.of("title", "author_id"),
                    List.of(Default.DEFAULT, Default.DEFAULT),
                    Filter.equal(List.of("id"), List.of(5L)),
                    List.of()))
            .text());
    assertEquals(
        "DELETE FROM \"main\".\"posts\" WHERE \"posts\".\"id\" = ?",
        compiler
            .mutation(
                new Mutation.Delete(POSTS, Filter.equal(List.of("id"), List.of(5L)), List.of()))
            .text());
  }

  @Test
  void refusesNamesThatTheCatalogDoesNotHave() {
    Query unknown = Query.of(POSTS, Selected.fields(List.of("nope")));

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> compiler.queries().query(unknown));

    assertEquals("SQLX502", refusal.problem().code().code());
  }

  @Property
  void valuesNeverEnterTheText(@ForAll String value) {
    String marked = "\u0001" + value + "\u0002";
    Filter filter =
        new Filter.Or(
            List.of(
                new Filter.Compare("title", Comparison.LESS, marked),
                new Filter.In("title", List.of(marked)),
                new Filter.Like("title", marked, false)));

    TargetStatement target =
        compiler
            .queries()
            .query(
                Query.of(POSTS, Selected.fields(List.of("id")))
                    .withFilter(filter)
                    .withPage(new Page(1, 0))
                    .withCount(Query.Count.EXACT));

    assertFalse(target.text().contains("\u0001"));
    assertEquals(6, target.parameters().size());
  }

  @Property
  void identifiersOfTheCatalogAreQuotedWhateverTheyHold(@ForAll String name) {
    SqlText sql = new SqlText(SYNTAX).identifier(name);

    String text = sql.target(List.of(), false).text();

    assertEquals(name, text.substring(1, text.length() - 1).replace("\"\"", "\""));
    assertEquals('"', text.charAt(0));
    assertEquals('"', text.charAt(text.length() - 1));
  }

  private static StatementCompiler compiler(ReturnedForm form, Forms forms) {
    return new StatementCompiler(
        new Syntax(
            '"',
            Syntax.Placeholders.QUESTION_MARK,
            new Returned(form, Set.of(Write.INSERT, Write.UPDATE, Write.DELETE)),
            "DEFAULT VALUES",
            true,
            "$1 LIKE $2",
            "$1 LIKE $2",
            "OFFSET $2 ROWS FETCH NEXT $1 ROWS ONLY",
            Optional.empty(),
            forms),
        catalog());
  }

  private static Mutation.Insert insertReturning(int rows) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(List.of("a"));
    }
    return new Mutation.Insert(POSTS, List.of("title"), values, List.of("id", "title"));
  }

  private static Mutation.Delete deleteReturning() {
    return new Mutation.Delete(
        POSTS, new Filter.Compare("id", Filter.Comparison.EQUAL, "1"), List.of("id"));
  }

  @Test
  void aWriteMayReturnItsRowsFromTheMiddle() {
    StatementCompiler output = compiler(ReturnedForm.OUTPUT, Forms.USUAL);
    assertEquals(
        "INSERT INTO \"main\".\"posts\" (\"title\")"
            + " OUTPUT INSERTED.\"id\", INSERTED.\"title\" VALUES (?)",
        output.mutation(insertReturning(1)).text());
    assertEquals(
        "DELETE FROM \"main\".\"posts\" OUTPUT DELETED.\"id\" WHERE \"posts\".\"id\" = ?",
        output.mutation(deleteReturning()).text());
    assertEquals(
        "UPDATE \"main\".\"posts\" SET \"title\" = ? OUTPUT INSERTED.\"id\"",
        output
            .mutation(
                new Mutation.Update(
                    POSTS, List.of("title"), List.of("a"), Filter.EVERYTHING, List.of("id")))
            .text());
  }

  @Test
  void aWriteMayBeATableToSelectFrom() {
    StatementCompiler table = compiler(ReturnedForm.FINAL_TABLE, Forms.USUAL);
    assertEquals(
        "SELECT \"id\", \"title\" FROM FINAL TABLE"
            + " (INSERT INTO \"main\".\"posts\" (\"title\") VALUES (?), (?))",
        table.mutation(insertReturning(2)).text());
    assertEquals(
        "SELECT \"id\" FROM OLD TABLE"
            + " (DELETE FROM \"main\".\"posts\" WHERE \"posts\".\"id\" = ?)",
        table.mutation(deleteReturning()).text());
  }

  @Test
  void whatFewDatabasesWriteOtherwise() {
    StatementCompiler few =
        compiler(
            ReturnedForm.RETURNING,
            new Forms(
                " ORDER BY (SELECT NULL)",
                "",
                Names.FOLDED_UPPER,
                Syntax.Wording.STANDARD,
                Set.of(Syntax.Lack.SEVERAL_ROWS)));
    Query page = Query.of(POSTS, Selected.fields(List.of("title"))).withPage(new Page(5, 10));
    TargetStatement target = few.queries().query(page);
    assertEquals(
        "SELECT \"POSTS\".\"TITLE\" FROM \"MAIN\".\"POSTS\" ORDER BY \"POSTS\".\"ID\""
            + " OFFSET ? ROWS FETCH NEXT 5 ROWS ONLY",
        target.text());
    assertEquals(List.of(10L), target.parameters());
    assertThrows(ProblemException.class, () -> few.mutation(insertReturning(2)));
  }

  private static Relationship author() {
    return new Relationship(
        "author", POSTS, USERS, List.of("author_id"), List.of("id"), Relationship.Cardinality.ONE);
  }

  private static CatalogSnapshot catalog() {
    Table posts =
        table(POSTS, column("id", ""), column("title", "'untitled'"), column("author_id", ""));
    Table users = table(USERS, column("id", ""));
    Database database =
        new Database(
            "blog", "Test", "1", "main", List.of(new Schema("main", List.of(posts, users))));
    return new CatalogSnapshot(database, "f", Instant.EPOCH, List.of(author()));
  }

  private static Table table(RelationName name, Column... columns) {
    return new Table(
        name,
        List.of(columns),
        Optional.of(new Key("pk", List.of("id"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Column column(String name, String defaultExpression) {
    return new Column(
        name,
        UniversalType.TEXT,
        "TEXT",
        true,
        Column.Origin.STORED,
        Optional.of(defaultExpression).filter(expression -> !expression.isEmpty()),
        Optional.empty());
  }
}
