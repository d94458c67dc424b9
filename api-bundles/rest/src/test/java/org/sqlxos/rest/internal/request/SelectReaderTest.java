package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Selected.Aggregate;
import org.sqlxos.operation.api.Selected.Calculation;
import org.sqlxos.operation.api.Selected.Embed;
import org.sqlxos.operation.api.Selected.Field;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.catalog.Catalogs;

/** What is wanted of rows, and of rows inside them. */
final class SelectReaderTest {

  private static Query authors(String parameters) {
    return ListRequestReader.list(
            Parameter.read(parameters),
            Catalogs.authors(),
            Catalogs.blog(),
            RequestLimits.DEFAULT,
            true)
        .query(Catalogs.authors(), Filter.EVERYTHING);
  }

  private static Embed embed(Query query) {
    return query.selection().stream()
        .filter(Embed.class::isInstance)
        .map(Embed.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void columnsCanHaveOtherNames() {
    assertEquals(
        List.<Selected>of(new Field("who", "name"), new Field("id", "id")),
        authors("select=who:name,id").selection());
  }

  @Test
  void theStarIsAllColumnsBesideWhatElseIsWanted() {
    List<Selected> selection = authors("select=*,n:name").selection();

    assertEquals(Catalogs.authors().columns().size() + 1, selection.size());
    assertEquals(new Field("n", "name"), selection.getLast());
  }

  @Test
  void whatIsSaidOfRowsInsideIsTheirs() {
    Query query =
        authors(
            "select=id,wrote:posts(title,by:author(*))&wrote.title=like.x*&wrote.sort=-title"
                + "&wrote.limit=3&wrote.page=2&wrote.by.name=eq.Ada&name=ne.Bob&sort=name");

    Embed wrote = embed(query);
    assertEquals("wrote", wrote.name());
    assertTrue(wrote.many());
    assertEquals(new Filter.Like("title", "x*", false), wrote.query().filter());
    assertEquals(List.of(new Order("title", true)), wrote.query().order());
    assertEquals(new Page(3, 3), wrote.query().page());
    Embed by = embed(wrote.query());
    assertEquals(new Filter.Compare("name", Filter.Comparison.EQUAL, "Ada"), by.query().filter());
    assertEquals(Page.ALL, by.query().page());
    assertEquals(new Filter.Compare("name", Filter.Comparison.NOT_EQUAL, "Bob"), query.filter());
  }

  @Test
  void rowsWithoutWhatIsDemandedInsideAreLeftOut() {
    Query query = authors("posts.title=eq.x&select=posts!inner(id)");
    Filter title = new Filter.Compare("title", Filter.Comparison.EQUAL, "x");

    assertEquals(new Filter.Related(embed(query).relationship(), title), query.filter());
  }

  @Test
  void aRelationshipIsAConditionToo() {
    Filter.Not filter = (Filter.Not) authors("posts=not.some.(title.eq.x,author.some.())").filter();
    Filter.Related related = (Filter.Related) filter.part();

    assertEquals("posts", related.relationship().name());
    assertEquals(2, ((Filter.And) related.filter()).parts().size());
  }

  @Test
  void aggregatesAreGroupedByTheColumnsBesideThemAndFilteredByTheirNames() {
    Query query = authors("select=born,count(),last:name.max()&count=gt.2&sort=-count");

    assertEquals(
        List.<Selected>of(
            new Field("born", "born"),
            new Aggregate("count", Calculation.COUNT, Optional.empty()),
            new Aggregate("last", Calculation.MAX, Optional.of("name"))),
        query.selection());
    assertEquals(new Filter.Compare("count", Filter.Comparison.GREATER, "2"), query.having());
    assertEquals(List.of(new Order("count", true)), query.order());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "select=id,id -> SQLX121",
        "select=id,x:id,x:name -> SQLX121",
        "select=posts(id),posts(title) -> SQLX121",
        "select= -> SQLX123",
        "select=id, -> SQLX123",
        "select=:id -> SQLX125",
        "select=posts -> SQLX123",
        "select=post(id) -> SQLX117",
        "select=posts!nope(id) -> SQLX117",
        "select=posts(id)) -> SQLX125",
        "select=posts(id -> SQLX125",
        "select=posts() -> SQLX125",
        "select=name.upper() -> SQLX125",
        "select=posts(id)&posts.x.id=eq.1 -> SQLX120",
        "select=posts(id)&posts.select=id -> SQLX120",
        "select=posts(id)&posts.page=2 -> SQLX122",
        "select=count()&sort=name -> SQLX123",
        "posts=some.(nope.eq.1) -> SQLX123",
        "posts=eq.1 -> SQLX125"
      })
  void whatCannotBeReadIsRefusedWithACode(String parameters, String code) {
    assertEquals(
        code,
        assertThrows(ProblemException.class, () -> authors(parameters)).problem().code().code());
  }

  @Test
  void whatIsNestedTooDeepIsRefusedBeforeItIsFollowed() {
    String deep = "select=" + "posts(author(".repeat(50_000);
    String wide =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "p" + i + ":posts(id)")
            .collect(Collectors.joining(",", "select=", ""));

    for (String bomb : List.of(deep, wide)) {
      assertEquals(
          RestProblem.TOO_MUCH_RELATED,
          assertThrows(ProblemException.class, () -> authors(bomb)).problem().code());
    }
  }
}
