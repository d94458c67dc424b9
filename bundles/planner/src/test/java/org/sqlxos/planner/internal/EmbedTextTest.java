package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.JsonSyntax.Pieces;
import org.sqlxos.dialect.api.JsonSyntax.Rows;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Selected.Aggregate;
import org.sqlxos.operation.api.Selected.Calculation;
import org.sqlxos.operation.api.Selected.Embed;
import org.sqlxos.operation.api.Selected.Field;
import org.sqlxos.operation.api.Selected.Through;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/** Related rows inside rows, as SQL. */
class EmbedTextTest {

  private static final RelationName USERS = new RelationName("", "users");
  private static final RelationName POSTS = new RelationName("", "posts");
  private static final RelationName LIKES = new RelationName("", "likes");

  private static final Relationship WRITTEN = way("posts", USERS, POSTS, "id", "user_id");
  private static final Relationship AUTHOR = way("user", POSTS, USERS, "user_id", "id");
  private static final Relationship LIKED = way("likes", USERS, LIKES, "id", "user_id");
  private static final Relationship LIKE = way("post", LIKES, POSTS, "post_id", "id");

  private static final Syntax PLAIN =
      new Syntax(
          '"',
          Syntax.Placeholders.QUESTION_MARK,
          true,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2",
          "lower($1) LIKE lower($2)",
          "LIMIT $1 OFFSET $2");

  private static Syntax syntax(Rows rows, Backslashes backslashes) {
    return PLAIN.withJson(
        new JsonSyntax(
            Map.of("any", "j($1)", "integer", "$1", "array", "$1"),
            "n($1)",
            new Pieces("(", "+", ")"),
            backslashes,
            rows));
  }

  private static final Syntax SELECTED = syntax(new Rows.Selected("a($1)"), Backslashes.PLAIN);
  private static final Syntax AGGREGATED =
      syntax(new Rows.Aggregated("a($1$2)", "p($1$2 skip $4 take $3)"), Backslashes.PLAIN);

  private static Relationship way(
      String name, RelationName from, RelationName to, String column, String target) {
    return new Relationship(
        name,
        from,
        to,
        List.of(column),
        List.of(target),
        target.equals("id") ? Cardinality.ONE : Cardinality.MANY);
  }

  private static Relation table(RelationName name, String... columns) {
    return new Table(
        name,
        List.of(columns).stream().map(EmbedTextTest::column).toList(),
        Optional.of(new Key("pk", List.of(columns[0]))),
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
        name.endsWith("id") ? new UniversalType.IntegerType(32) : UniversalType.TEXT,
        "",
        !name.equals("id"),
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  private static TargetStatement compile(Syntax syntax, Query query) {
    Schema schema =
        new Schema(
            "",
            List.of(
                table(USERS, "id", "name"),
                table(POSTS, "id", "user_id", "title"),
                table(LIKES, "user_id", "post_id")));
    CatalogSnapshot catalog =
        new CatalogSnapshot(
            new Database("d", "Memory", "1", "", List.of(schema)),
            "f",
            Instant.EPOCH,
            List.of(WRITTEN, AUTHOR, LIKED, LIKE));
    return new QueryCompiler(syntax, catalog).query(query);
  }

  private static Query posts(String... columns) {
    return Query.of(POSTS, Selected.fields(List.of(columns)));
  }

  private static Query users(Selected... selection) {
    return Query.of(USERS, List.of(selection));
  }

  @Test
  void rowsAreSortedAndCutWithinTheQueryAndParametersStandInTheirOrder() {
    Query inner =
        posts("id", "title")
            .withFilter(new Filter.Compare("title", Filter.Comparison.EQUAL, "x"))
            .withOrder(List.of(new Order("title", true)))
            .withPage(new Page(3, 6));

    TargetStatement target =
        compile(
            SELECTED,
            users(new Field("who", "name"), new Embed("wrote", WRITTEN, inner))
                .withFilter(new Filter.Compare("id", Filter.Comparison.LESS, 9L)));

    assertEquals(
        "SELECT \"users\".\"name\", (SELECT a(\"embed_2\".\"json\") FROM (SELECT"
            + " ('{\"id\":'+n(\"embed_1\".\"id\")+',\"title\":'+n(j(\"embed_1\".\"title\"))+'}')"
            + " \"json\" FROM \"posts\" \"embed_1\" WHERE \"embed_1\".\"user_id\" ="
            + " \"users\".\"id\" AND \"embed_1\".\"title\" = ? ORDER BY \"embed_1\".\"title\" DESC,"
            + " \"embed_1\".\"id\" LIMIT 3 OFFSET ?) \"embed_2\") FROM \"users\" WHERE"
            + " \"users\".\"id\" < ?",
        target.text());
    assertEquals(List.of("x", 6L, 9L), target.parameters());
    assertEquals(
        List.of(
            new ResultColumn("who", UniversalType.TEXT),
            new ResultColumn("wrote", UniversalType.Simple.JSON)),
        target.columns());
  }

  @Test
  void rowsAreCutFromTheArrayWhereAQueryWithinTheQueryCannotReferOutside() {
    Query inner = posts("id").withPage(new Page(3, 6));

    TargetStatement target = compile(AGGREGATED, users(new Embed("posts", WRITTEN, inner)));

    assertEquals(
        "SELECT (SELECT p(('{\"id\":'+n(\"embed_1\".\"id\")+'}') ORDER BY \"embed_1\".\"id\""
            + " skip ? take 3) FROM \"posts\" \"embed_1\" WHERE \"embed_1\".\"user_id\" ="
            + " \"users\".\"id\") FROM \"users\"",
        target.text());
    assertEquals(List.of(6L), target.parameters());
  }

  @Test
  void anAggregateIsToldWhichRowsHaveNothingToBeSortedBy() {
    Query inner = posts("id").withOrder(List.of(new Order("title", true)));

    assertEquals(
        "SELECT (SELECT a(('{\"id\":'+n(\"embed_1\".\"id\")+'}') ORDER BY \"embed_1\".\"title\""
            + " IS NOT NULL DESC, \"embed_1\".\"title\" DESC, \"embed_1\".\"id\") FROM \"posts\""
            + " \"embed_1\" WHERE \"embed_1\".\"user_id\" = \"users\".\"id\") FROM \"users\"",
        compile(AGGREGATED, users(new Embed("posts", WRITTEN, inner))).text());
  }

  @Test
  void whatIsInsideOfWhatIsInsideIsAQueryWithinThatOfTheOneAroundIt() {
    Query author = users(new Field("name", "name"));
    Query inner = posts("id").withSelection(List.of(new Embed("by", AUTHOR, author)));

    assertEquals(
        "SELECT (SELECT a(('{\"by\":'+n((SELECT ('{\"name\":'+n(j(\"embed_2\".\"name\"))+'}') FROM"
            + " \"users\" \"embed_2\" WHERE \"embed_2\".\"id\" = \"embed_1\".\"user_id\"))+'}')"
            + " ORDER BY \"embed_1\".\"id\") FROM \"posts\" \"embed_1\" WHERE"
            + " \"embed_1\".\"user_id\" = \"users\".\"id\") FROM \"users\"",
        compile(AGGREGATED, users(new Embed("posts", WRITTEN, inner))).text());
  }

  @Test
  void aTableBetweenIsJoinedWithAFilterOfItsOwn() {
    Filter some = new Filter.Compare("post_id", Filter.Comparison.GREATER, 5L);
    Embed embed = new Embed("liked", Optional.of(new Through(LIKED, some)), LIKE, posts("id"));

    TargetStatement target = compile(AGGREGATED, users(embed));

    assertEquals(
        "SELECT (SELECT a(('{\"id\":'+n(\"embed_1\".\"id\")+'}') ORDER BY \"embed_1\".\"id\")"
            + " FROM \"posts\" \"embed_1\", \"likes\" \"embed_2\" WHERE \"embed_2\".\"user_id\" ="
            + " \"users\".\"id\" AND \"embed_1\".\"id\" = \"embed_2\".\"post_id\" AND"
            + " \"embed_2\".\"post_id\" > ?) FROM \"users\"",
        target.text());
    assertEquals(List.of(5L), target.parameters());
  }

  @Test
  void groupsAreFilteredAndSortedByWhatStandsForTheirNames() {
    Query query =
        posts("user_id")
            .withSelection(
                List.of(
                    new Field("who", "user_id"),
                    new Aggregate("n", Calculation.COUNT, Optional.empty())))
            .withHaving(new Filter.Compare("n", Filter.Comparison.GREATER, 2L))
            .withOrder(List.of(new Order("n", true)))
            .withPage(new Page(5, 0))
            .withCount(Query.Count.EXACT);

    assertEquals(
        "SELECT \"posts\".\"user_id\", count(*), (SELECT count(*) FROM (SELECT count(*) \"n\" FROM"
            + " \"posts\" GROUP BY \"posts\".\"user_id\" HAVING count(*) > ?) \"groups\") FROM"
            + " \"posts\" GROUP BY \"posts\".\"user_id\" HAVING count(*) > ? ORDER BY count(*)"
            + " DESC, \"posts\".\"user_id\" LIMIT 5 OFFSET 0",
        compile(PLAIN, query).text());
  }

  @Test
  void aDatabaseThatCannotSayItRefuses() {
    Query query = users(new Embed("posts", WRITTEN, posts("id")));

    assertEquals(
        "SQLX501",
        assertThrows(ProblemException.class, () -> compile(PLAIN, query)).problem().code().code());
  }

  @Property
  void aNameOfTheAnswerNeverLeavesItsLiteral(@ForAll String name) {
    if (name.indexOf('\0') >= 0) {
      return;
    }
    for (Backslashes backslashes : Backslashes.values()) {
      String key = JsonKey.append(name, new StringBuilder()).toString();
      String literal = new SqlText(PLAIN).literal(key, backslashes).target(List.of(), false).text();
      assertEquals(key, read(literal, backslashes));
    }
  }

  /** The literal as a database reads it; null if it ends before the text does. */
  private static String read(String literal, Backslashes backslashes) {
    if (literal.startsWith("CONVERT(x'")) {
      String digits = literal.substring(10, literal.indexOf('\'', 10));
      return new String(HexFormat.of().parseHex(digits), StandardCharsets.UTF_8);
    }
    boolean escapes = literal.startsWith("E");
    StringBuilder read = new StringBuilder();
    for (int i = escapes ? 2 : 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c == '\'' || escapes && c == '\\') {
        i++;
        if (i == literal.length() - 1 || literal.charAt(i) != c) {
          return null;
        }
      }
      read.append(c);
    }
    return read.toString();
  }
}
