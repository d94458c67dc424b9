package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: pages, order and columns. */
@ExtendWith(Library.class)
@Reached(by = "sqlite", on = "SQLite 3.54, a file", how = Reached.How.REAL)
class RestListIT {

  @Test
  void aListHasItsRowsAndItsPagination(Http http) {
    Http.Answer answer = http.get("/api/comments");

    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type"));
    assertEquals(
        "{\"data\":[{\"id\":1,\"post_id\":1,\"text\":\"first\"},"
            + "{\"id\":2,\"post_id\":1,\"text\":\"second\"},"
            + "{\"id\":3,\"post_id\":2,\"text\":\"third\"}],"
            + "\"pagination\":{\"page\":1,\"limit\":20,\"total\":3,\"pages\":1}}",
        answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=2, '1,2', 1, 2, 3",
    "limit=2&page=2, '3,4', 2, 2, 3",
    "limit=2&page=3, 5, 3, 2, 3",
    "limit=2&page=4, '', 4, 2, 3",
    "limit=2&page=1000000000000, '', 1000000000000, 2, 3",
    "limit=5, '1,2,3,4,5', 1, 5, 1",
    "limit=1000, '1,2,3,4,5', 1, 1000, 1",
    "limit=1&page=5, 5, 5, 1, 5",
  })
  void aPageHasItsRowsAndTellsWhereItIs(
      String query, String ids, long page, int limit, int pages, Http http) {
    JsonNode answer = http.get("/api/users?" + query).json();

    assertEquals(ids, ids(answer));
    assertEquals(page, answer.at("/pagination/page").asLong());
    assertEquals(limit, answer.at("/pagination/limit").asInt());
    assertEquals(5, answer.at("/pagination/total").asInt());
    assertEquals(pages, answer.at("/pagination/pages").asInt());
  }

  @Test
  void tellsWhatThePhasesTookWhereThatIsConfigured(Http http) {
    String timing = http.get("/api/comments").header("Server-Timing");

    assertTrue(
        timing.matches("(.+, )?verify;dur=[0-9.]+, plan;dur=[0-9.]+, execute;dur=[0-9.]+"), timing);
  }

  @Test
  void thePagesOfATableMakeUpTheWholeOfIt(Product product) throws Exception {
    product.elsewhere(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 57)"
            + " INSERT INTO journal SELECT 'entry ' || i FROM n");
    product.elsewhere(
        "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 156)"
            + " INSERT INTO comments SELECT i, 1, 'c' || (i % 3) FROM n");
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 6; page++) {
      JsonNode answer = product.http().get("/api/comments?limit=10&sort=text&page=" + page).json();
      assertEquals(60, answer.at("/pagination/total").asInt());
      answer.at("/data").forEach(row -> seen.add(row.path("id").asText()));
    }

    assertEquals(60, seen.size());
    assertEquals(60, seen.stream().distinct().count(), "no row twice, though many texts are equal");
    assertEquals(
        3, product.http().get("/api/journal?limit=20").json().at("/pagination/pages").asInt());
  }

  @Test
  void anEmptyTableHasNoPages(Http http) {
    http.delete("/api/select/1");

    assertEquals(
        "{\"data\":[],\"pagination\":{\"page\":1,\"limit\":20,\"total\":0,\"pages\":0}}",
        http.get("/api/select").body());
  }

  @Test
  void aListIsNotCountedWhereNobodyWantsToKnow(Http http) {
    JsonNode pagination = http.get("/api/users?total=false&limit=2").json().at("/pagination");

    assertFalse(pagination.has("total") || pagination.has("pages"), pagination::toString);
    assertEquals(2, pagination.path("limit").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "id, '1,2,3,4,5'",
    "-id, '5,4,3,2,1'",
    "name, '1,3,4,2,5'",
    "-age, '2,3,1,5,4'",
    "'role,-id', '1,5,4,3,2'",
    "'-role,name', '3,2,4,5,1'",
    "score, '3,4,5,2,1'",
    "shout, '1,3,4,2,5'",
  })
  void rowsComeInTheOrderAskedForAndTheKeyDecidesTies(String sort, String ids, Http http) {
    assertEquals(ids, ids(http.get("/api/users?sort=" + sort).json()));
  }

  @Test
  void onlyTheColumnsSelectedCome(Http http) {
    assertEquals(
        "{\"name\":\"Grace\",\"id\":2}",
        http.get("/api/users?select=name,id&id=eq.2").json().at("/data/0").toString());
    assertEquals("{\"data\":{\"shout\":\"ADA\"}}", http.get("/api/users/1?select=shout").body());
  }

  @Test
  void aRowMayBeSortedAndFilteredByWhatIsNotSelected(Http http) {
    assertEquals(
        "[{\"name\":\"Grace\"},{\"name\":\"Alan\"}]",
        http.get("/api/users?select=name&role=eq.writer&sort=-age").json().at("/data").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, SQLX122",
    "page=-1, SQLX122",
    "page=one, SQLX122",
    "page=1.5, SQLX122",
    "page=, SQLX122",
    "page=99999999999999999999999, SQLX122",
    "limit=0, SQLX122",
    "limit=1001, SQLX122",
    "limit=2147483648, SQLX122",
    "limit=10&limit=20, SQLX121",
    "total=maybe, SQLX122",
    "select=, SQLX123",
    "select=nobody, SQLX123",
    "'select=id,id', SQLX121",
    "'select=id,', SQLX123",
    "select=ID, SQLX123",
    "sort=nobody, SQLX123",
    "'sort=id,-id', SQLX121",
    "sort=--id, SQLX123",
    "sort=1, SQLX123",
    "offset=3, SQLX120",
    "Page=1, SQLX120",
  })
  void aParameterThatMakesNoSenseIsRefused(String query, String code, Http http) {
    assertProblem(400, code, http.get("/api/users?" + query));
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheOneThatWasMeant(Http http) {
    assertTrue(
        assertProblem(400, "SQLX120", http.get("/api/users?nam=eq.Ada"))
            .path("hint")
            .asText()
            .contains("\"name\""));
    assertTrue(
        assertProblem(404, "SQLX101", http.get("/api/user"))
            .path("hint")
            .asText()
            .contains("users"));
  }

  @Test
  void aViewIsListedAsATableIs(Http http) {
    assertEquals(
        "[{\"id\":2,\"name\":\"Grace\",\"written\":2},{\"id\":1,\"name\":\"Ada\",\"written\":1},"
            + "{\"id\":3,\"name\":\"Alan\",\"written\":1}]",
        http.get("/api/authors?sort=-written,name").json().at("/data").toString());
    assertEquals("2", ids(http.get("/api/authors?written=gt.1").json()));
  }

  @Test
  void aTableWithoutKeyIsListedAndAddedToButItsRowsHaveNoPath(Http http) {
    Http.Answer created = http.post("/api/journal", "{\"message\":\"three\"}");

    assertEquals(201, created.status(), created::toString);
    assertEquals("", created.header("Location"));
    assertEquals(3, http.get("/api/journal").json().at("/pagination/total").asInt());
    assertProblem(404, "SQLX115", http.get("/api/journal/1"));
    assertProblem(404, "SQLX115", http.get("/api/authors/1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/"})
  void theIndexListsEveryTableAndView(String path, Http http) {
    JsonNode index = http.get(path).json();

    List<String> names = new ArrayList<>();
    for (JsonNode relation : index.at("/data")) {
      names.add(relation.path("name").asText());
      assertEquals(200, http.get(relation.path("href").asText()).status(), relation::toString);
    }
    assertEquals(13, names.size(), names::toString);
    assertTrue(names.containsAll(List.of("order", "Größe", "a b", "select", "authors")));
    assertEquals(200, http.get(index.path("openapi").asText()).status());
  }

  private static String ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.at("/data").forEach(row -> ids.add(row.path("id").asText()));
    return String.join(",", ids);
  }
}
