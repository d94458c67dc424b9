package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.TextIndex;
import org.sqlxos.dialect.api.SearchSyntax;
import org.sqlxos.dialect.api.SearchSyntax.Question;
import org.sqlxos.dialect.api.SearchSyntax.Words;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Search;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.TextType;

/** What a search asks, as SQL. */
class SearchTextTest {

  private static final Syntax PLAIN =
      new Syntax(
          '"',
          Syntax.Placeholders.QUESTION_MARK,
          true,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2",
          "low($1) LIKE $2",
          "LIMIT $1 OFFSET $2");

  private static final Optional<Question> ASKED =
      Optional.of(new Question("$4 FITS($1; $3; $2)", "RANK($3; $2)", false));

  private static Syntax syntax(Words words) {
    return PLAIN.withSearch(new SearchSyntax(words, ASKED, Optional.empty()));
  }

  private static Source notes(TextIndex... indexes) {
    return Source.of(
        new Table(
            new RelationName("", "notes"),
            List.of(column("title"), column("body"), column("secret")),
            Optional.<Key>empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            List.of(indexes)));
  }

  private static Column column(String name) {
    return new Column(
        name,
        new TextType(UniversalType.UNBOUNDED),
        "TEXT",
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  private static TextIndex index(String name, String... columns) {
    return new TextIndex(name, List.of(columns), Optional.of("nr"));
  }

  private static String condition(Syntax syntax, Source source, Search search) {
    SqlText sql = new SqlText(syntax);
    new SearchText(sql, source, search).condition();
    return written(sql);
  }

  private static String written(SqlText sql) {
    return sql.target(List.of(), false).text() + ' ' + sql.target(List.of(), false).parameters();
  }

  @Test
  void asksTheIndexOfAllThatIsSearched() {
    assertEquals(
        "\"notes\".\"nr\" FITS(\"notes\".\"title\", \"notes\".\"body\"; \"i\"; ?) [a b]",
        condition(
            syntax(Words.PLAIN),
            notes(index("i", "title", "body")),
            new Search(List.of("title", "body"), "a b")));
  }

  @Test
  void asksEachOfSeveralIndexesOnce() {
    Source source = notes(index("i", "title"), index("again", "title"), index("j", "body"));
    Search search = new Search(List.of("title", "body"), "a");
    assertEquals(
        "(\"notes\".\"nr\" FITS(\"notes\".\"title\"; \"i\"; ?)"
            + " OR \"notes\".\"nr\" FITS(\"notes\".\"body\"; \"j\"; ?)) [a, a]",
        condition(syntax(Words.PLAIN), source, search));
    SqlText sql = new SqlText(syntax(Words.PLAIN));
    new SearchText(sql, source, search).rank();
    assertEquals("COALESCE(RANK(\"i\"; ?), 0) + COALESCE(RANK(\"j\"; ?), 0) [a, a]", written(sql));
  }

  @Test
  void looksNowhereElseThanTheSearch() {
    assertEquals(
        "low(\"notes\".\"title\") LIKE ? [%a%]",
        condition(
            syntax(Words.PLAIN),
            notes(index("i", "title", "secret")),
            new Search(List.of("title"), "a")));
    assertEquals(
        "(low(\"notes\".\"title\") LIKE ? OR low(\"notes\".\"body\") LIKE ?) [%a%, %a%]",
        condition(
            syntax(Words.PLAIN),
            notes(index("i", "title")),
            new Search(List.of("title", "body"), "a")));
  }

  @Test
  void aDiscreetSearchHasNoRankThatTellsOfOtherRows() {
    Search search = new Search(List.of("title"), "a");
    Source source = notes(index("i", "title"));
    SqlText sql = new SqlText(syntax(Words.PLAIN));
    assertEquals(true, new SearchText(sql, source, search).ranks());
    assertEquals(false, new SearchText(sql, source, search.inDiscretion()).ranks());
  }

  @Test
  void wordsAreNoSyntax() {
    Source source = notes(index("i", "title"));
    Search search = new Search(List.of("title"), " a\"b\u0000 OR\tc* ");
    String asked = "\"notes\".\"nr\" FITS(\"notes\".\"title\"; \"i\"; ?) ";
    assertEquals(
        asked + "[\"a\"\"b\" \"OR\" \"c*\"]", condition(syntax(Words.QUOTED), source, search));
    assertEquals(asked + "[ a b  OR c* ]", condition(syntax(Words.PLAIN), source, search));
  }

  @Test
  void refusesMoreWordsThanAPersonTypes() {
    Search search = new Search(List.of("title"), "w ".repeat(17));
    assertThrows(
        ProblemException.class,
        () -> condition(syntax(Words.QUOTED), notes(index("i", "title")), search));
    assertThrows(ProblemException.class, () -> condition(PLAIN, notes(), search));
  }
}
