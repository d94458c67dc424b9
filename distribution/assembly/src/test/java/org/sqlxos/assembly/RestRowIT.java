package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Single rows by their keys, and the rows that are related to them. */
@ExtendWith(Library.class)
class RestRowIT {

  @Test
  void aRowIsReadByItsKey(Http http) {
    assertEquals(
        "{\"data\":{\"id\":3,\"name\":\"Alan\",\"email\":\"alan@example.org\",\"nick\":null,\"lucky\":null,"
            + "\"age\":41,\"role\":\"writer\",\"score\":null,\"born\":\"1912-06-23\","
            + "\"active\":false,\"manager_id\":1,\"shout\":\"ALAN\","
            + "\"seen_at\":\"2026-01-02T03:04:05\"}}",
        http.get("/api/users/3").body());
  }

  @Test
  void aRowOfAStrictTableKeepsEveryKindOfValue(Http http) {
    assertEquals(
        "{\"data\":{\"id\":1,\"sensor\":\"north\",\"value\":1.5,\"raw\":\"AP8=\",\"note\":\"text\"}}",
        http.get("/api/readings/1").body());
    assertEquals(
        "{\"data\":{\"id\":2,\"sensor\":\"south\",\"value\":null,\"raw\":null,\"note\":7}}",
        http.get("/api/readings/2").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/users/99", "/api/users/-1", "/api/memberships/chess,9"})
  void aKeyThatNoRowHasIsNotFound(String path, Http http) {
    assertProblem(404, "SQLX102", http.get(path));
    assertProblem(404, "SQLX102", http.delete(path));
    assertProblem(404, "SQLX102", http.patch(path, "{\"" + column(path) + "\":null}"));
  }

  private static String column(String path) {
    return path.contains("users") ? "nick" : "since";
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "1e3x", "%20", "null", "0x1", "99999999999999999999"})
  void aKeyThatNoRowCanHaveIsTheCallersMistake(String key, Http http) {
    Http.Answer answer = http.get("/api/users/" + key);

    assertTrue(answer.status() == 404 || answer.status() == 400, answer::toString);
    Problems.assertDocument(answer);
  }

  @Test
  void aCompositeKeyIsWrittenWithCommas(Http http) {
    assertEquals(
        "{\"data\":{\"club\":\"chess\",\"number\":2,\"member_id\":2,\"since\":\"2021-01-01\"}}",
        http.get("/api/memberships/chess,2").body());
    assertEquals(
        3,
        http.get("/api/memberships/go%2Fbaduk%2C%20weekly,1").json().at("/data/member_id").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chess", "chess,1,1", "chess,1,", "%2C", ",,"})
  void aKeyWithTheWrongNumberOfValuesIsRefused(String key, Http http) {
    assertProblem(400, "SQLX114", http.get("/api/memberships/" + key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a%2Fb | 1",
        "c%2Cd | 2",
        "gr%C3%BCn%20%E5%90%8D%E5%89%8D%20%F0%9F%A6%89 | 3",
        "100%25%20%22sure%22 | 4",
        "%22%22 | 5",
        "%22..%22 | 6",
        "new | 7",
        "%22new%22 | 7",
      })
  void aTextKeyMayHaveAnyCharacter(String key, int rank, Http http) {
    Http.Answer answer = http.get("/api/tags/" + key);

    assertEquals(200, answer.status(), answer::toString);
    assertEquals(rank, answer.json().at("/data/rank").asInt());
  }

  @Test
  void aRowIsRelatedForthAndBack(Http http) {
    assertEquals("Grace", http.get("/api/posts/2/author").json().at("/data/name").asText());
    assertEquals("Ada", http.get("/api/posts/2/editor").json().at("/data/name").asText());
    assertEquals("2,3", ids(http.get("/api/users/2/posts_by_author_id")));
    assertEquals("2,4", ids(http.get("/api/users/1/posts_by_editor_id")));
    assertEquals("1,2", ids(http.get("/api/posts/1/comments")));
    assertEquals("1", http.get("/api/comments/2/post").json().at("/data/id").asText());
  }

  @Test
  void aTableIsRelatedToItself(Http http) {
    assertEquals("Ada", http.get("/api/users/2/manager").json().at("/data/name").asText());
    assertEquals("2,3", ids(http.get("/api/users/1/users")));
  }

  @Test
  void aForeignKeyOfSeveralColumnsLeadsBothWays(Http http) {
    assertEquals("1,2", ids(http.get("/api/memberships/chess,1/payments")));
    assertEquals("chess", http.get("/api/payments/2/memberships").json().at("/data/club").asText());
  }

  @Test
  void relatedRowsAreFilteredSortedAndPagedAsAListIs(Http http) {
    Http.Answer answer =
        http.get("/api/users/2/posts_by_author_id?sort=likes&limit=1&select=title&likes=gt.0");

    assertEquals(
        "{\"data\":[{\"title\":\"Nanoseconds\"}],"
            + "\"pagination\":{\"page\":1,\"limit\":1,\"total\":2,\"pages\":2}}",
        answer.body());
    assertEquals(
        "{\"data\":{\"email\":\"ada@example.org\"}}",
        http.get("/api/posts/1/author?select=email").body());
  }

  @Test
  void noRelatedRowsAreAnEmptyListButNoRelatedRowIsNotFound(Http http) {
    assertEquals("", ids(http.get("/api/users/5/posts_by_author_id")));
    assertProblem(404, "SQLX102", http.get("/api/posts/1/editor"));
    assertProblem(404, "SQLX102", http.get("/api/users/1/manager"));
  }

  @Test
  void whatIsRelatedToARowThatIsNotThereIsNotFound(Http http) {
    assertProblem(404, "SQLX102", http.get("/api/users/99/posts_by_author_id"));
    assertProblem(404, "SQLX102", http.get("/api/posts/99/author"));
    assertProblem(404, "SQLX103", http.get("/api/users/1/nothing"));
    assertProblem(404, "SQLX103", http.get("/api/users/1/posts"));
    assertProblem(404, "SQLX116", http.get("/api/users/1/manager/manager"));
  }

  private static String ids(Http.Answer answer) {
    assertEquals(200, answer.status(), answer::toString);
    List<String> ids = new ArrayList<>();
    for (JsonNode row : answer.json().at("/data")) {
      ids.add(row.path("id").asText());
    }
    return String.join(",", ids);
  }
}
