package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.catalog.Catalogs;

/** Query strings of lists. */
final class ListRequestReaderTest {

  private static ListRequest read(String query) {
    return ListRequestReader.list(
        Parameter.read(query), Catalogs.posts(), Catalogs.blog(), RequestLimits.DEFAULT, true);
  }

  @Test
  void takesEverythingIfNothingIsSaid() {
    ListRequest request = read("");

    assertEquals(9, request.selection().size());
    assertEquals(List.of(), request.order());
    assertEquals(Filter.EVERYTHING, request.filter());
    Query query = request.query(Catalogs.posts(), Filter.EVERYTHING);
    assertEquals(new Page(20, 0), query.page());
    assertEquals(Query.Count.EXACT, query.count());
  }

  @Test
  void takesWhatIsAsked() {
    ListRequest request =
        read("select=title,%22id%22&sort=-title,status&page=3&limit=1000&total=false");

    assertEquals(Selected.fields(List.of("title", "id")), request.selection());
    assertEquals(List.of(new Order("title", true), new Order("status", false)), request.order());
    assertEquals(new Page(1_000, 2_000), request.query(Catalogs.posts(), Filter.EVERYTHING).page());
    assertEquals(Query.Count.NONE, request.count());
  }

  @Test
  void sortsAsAsked() {
    assertEquals(List.of(new Order("id", true)), read("sort=-id").order());
  }

  @Test
  void joinsRepeatedColumnsAndGroupsByAnd() {
    Filter.And filter =
        (Filter.And) read("id=gt.1&id=lt.9&or=(page.eq.1,page.is.null)&title=eq.a+b%2Bc").filter();

    assertEquals(4, filter.parts().size());
    assertEquals(
        new Filter.Compare("title", Filter.Comparison.EQUAL, "a b+c"), filter.parts().get(3));
  }

  @Test
  void takesThePageAsAParameterAndTheColumnPageInAGroup() {
    assertEquals(new Page(20, 20), read("page=2&and=(page.eq.7)").page());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "page=0 -> PARAMETER_INVALID",
        "page=-1 -> PARAMETER_INVALID",
        "page=1.0 -> PARAMETER_INVALID",
        "page= -> PARAMETER_INVALID",
        "page=٣ -> PARAMETER_INVALID",
        "limit=1000&page=999999999999999999 -> PARAMETER_INVALID",
        "limit=0 -> PARAMETER_INVALID",
        "limit=1001 -> PARAMETER_INVALID",
        "limit=eq.1 -> PARAMETER_INVALID",
        "total=no -> PARAMETER_INVALID",
        "page=1&page=1 -> PARAMETER_REPEATED",
        "select=id,id -> PARAMETER_REPEATED",
        "sort=id,-id -> PARAMETER_REPEATED",
        "select= -> COLUMN_UNKNOWN",
        "select=id, -> COLUMN_UNKNOWN",
        "select=-id -> COLUMN_UNKNOWN",
        "sort=--id -> COLUMN_UNKNOWN",
        "sort=\"id\"x -> MALFORMED_FILTER",
        "ID=eq.1 -> PARAMETER_UNKNOWN",
        "=eq.1 -> PARAMETER_UNKNOWN",
        "nope -> PARAMETER_UNKNOWN",
        "%zz=1 -> MALFORMED_QUERY",
        "id=eq.%00 -> MALFORMED_QUERY",
        "id'%20OR%201=1 -> PARAMETER_UNKNOWN",
      })
  void refusesWhatIsWrong(String query, RestProblem code) {
    assertEquals(code, assertThrows(ProblemException.class, () -> read(query)).problem().code());
  }

  @Test
  void proposesTheColumnThatWasMeant() {
    Problem problem =
        assertThrows(ProblemException.class, () -> read("craeted_at=is.null")).problem();

    assertEquals("did you mean \"created_at\"?", problem.hint().orElseThrow());
    assertEquals("\"craeted_at\" is no parameter here", problem.detail());
  }

  @Test
  void cutsLongNamesInMessages() {
    Problem problem =
        assertThrows(ProblemException.class, () -> read("x".repeat(5_000) + "=1")).problem();

    assertEquals("\"" + "x".repeat(60) + "...\" is no parameter here", problem.detail());
  }
}
