package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP asks of an API, whatever the rows are. */
@ExtendWith(Library.class)
class RestProtocolIT {

  private static final String ROW = "{\"text\":\"hello\",\"post_id\":1}";

  @ParameterizedTest
  @CsvSource({
    "/api/nobody, SQLX101",
    "/api/Users, SQLX101",
    "/api/users%20, SQLX101",
    "/api/sqlite_schema, SQLX101",
    "/api/sqlite_master, SQLX101",
    "/api/main.users.x, SQLX101",
    "/api/users/, SQLX116",
    "/api/users/1/, SQLX116",
    "/api/users/1/manager/1, SQLX116",
  })
  void aPathThatLeadsNowhereIsNotFound(String path, String code, Http http) {
    assertProblem(404, code, http.get(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api | GET, HEAD, POST, OPTIONS | PUT PATCH DELETE",
        "/api/openapi.json | GET, HEAD, OPTIONS | POST PUT PATCH DELETE",
        "/api/users | GET, HEAD, POST, PATCH, DELETE, OPTIONS | PUT TRACE BREW",
        "/api/users/1 | GET, HEAD, PUT, PATCH, DELETE, OPTIONS | POST TRACE BREW",
        "/api/users/1/manager | GET, HEAD, OPTIONS | POST PUT PATCH DELETE",
        "/api/authors | GET, HEAD, OPTIONS | POST PUT PATCH DELETE",
      })
  void aMethodThatIsNotKnownIsAnsweredWithThoseThatAre(
      String path, String allow, String refused, Http http) {
    for (String method : refused.split(" ")) {
      Http.Answer answer = http.send(method, path, null);
      assertProblem(405, "SQLX106", answer);
      assertEquals(allow, answer.header("Allow"), method);
    }
    Http.Answer options = http.send("OPTIONS", path, null);
    assertEquals(204, options.status());
    assertEquals(allow, options.header("Allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/pdf, image/*",
        "nonsense"
      })
  void whoeverWantsAnotherFormIsRefused(String accept, Http http) {
    assertProblem(406, "SQLX107", http.send("GET", "/api/users", null, "Accept", accept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/*",
        "*/*",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        "APPLICATION/JSON; charset=utf-8",
      })
  void whoeverTakesJsonGetsIt(String accept, Http http) {
    assertEquals(200, http.send("GET", "/api/users", null, "Accept", accept).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/json; charset=iso-8859-1",
        "application/merge-patch+json",
        "nonsense",
      })
  void aBodyOfAnotherTypeIsRefused(String type, Http http) {
    assertProblem(415, "SQLX108", http.send("POST", "/api/comments", ROW, "Content-Type", type));
    assertEquals(3, http.get("/api/comments").json().at("/pagination/total").asInt());
  }

  @Test
  void aBodyThatIsCompressedIsRefused(Http http) {
    assertProblem(
        415, "SQLX108", http.send("POST", "/api/comments", ROW, "Content-Encoding", "gzip"));
  }

  @Test
  void aMergePatchIsAPatch(Http http) {
    Http.Answer patched =
        http.send(
            "PATCH",
            "/api/comments/1",
            "{\"text\":\"changed\"}",
            "Content-Type",
            "application/merge-patch+json");

    assertEquals(200, patched.status(), patched::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api", "/api/users", "/api/users/1", "/api/users/1/users", "/api/openapi.json"})
  void headIsGetWithoutTheBody(String path, Http http) {
    Http.Answer get = http.get(path);
    Http.Answer head = http.send("HEAD", path, null);

    assertEquals(get.status(), head.status());
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals("", head.body());
  }

  @Test
  void headOfNothingIsNotFound(Http http) {
    assertEquals(404, http.send("HEAD", "/api/users/99", null).status());
    assertEquals(404, http.send("HEAD", "/api/nobody", null).status());
  }

  @Test
  void everyAnswerNamesItsOperationAndIsNotKeptWithoutAsking(Http http) {
    Http.Answer one = http.get("/api/users");
    Http.Answer other = http.get("/api/nobody");

    assertNotEquals("", one.header("X-Request-Id"));
    assertNotEquals(one.header("X-Request-Id"), other.header("X-Request-Id"));
    assertEquals("private, no-cache", one.header("Cache-Control"));
    assertEquals("no-store", other.header("Cache-Control"));
    assertEquals("nosniff", other.header("X-Content-Type-Options"));
    assertEquals("", one.header("Server"));
  }

  @Test
  void theDocumentIsSentAgainOnlyWhenItHasChanged(Http http) {
    String tag = http.get("/api/openapi.json").header("ETag");

    assertTrue(tag.matches("\"[^\"]+\""), tag);
    Http.Answer again = http.send("GET", "/api/openapi.json", null, "If-None-Match", tag);
    assertEquals(304, again.status());
    assertEquals("", again.body());
    assertEquals(
        200, http.send("GET", "/api/openapi.json", null, "If-None-Match", "\"other\"").status());
  }

  @Test
  void aWriteTakesNoParameters(Http http) {
    assertProblem(400, "SQLX120", http.post("/api/comments?id=eq.1", ROW));
    assertProblem(400, "SQLX120", http.patch("/api/comments/1?select=id", "{\"text\":\"x\"}"));
    assertProblem(400, "SQLX120", http.delete("/api/comments/1?id=eq.2"));
    assertEquals(3, http.get("/api/comments").json().at("/pagination/total").asInt());
  }

  @Test
  void whatIsReadOnlyIsNotWritten(Http http) {
    assertProblem(405, http.post("/api/authors", "{\"name\":\"x\"}"));
    assertProblem(405, http.delete("/api/users/1/manager"));
  }
}
