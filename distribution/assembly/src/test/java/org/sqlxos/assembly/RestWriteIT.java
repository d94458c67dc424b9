package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.assembly.Problems.assertProblem;
import static org.sqlxos.assembly.Problems.assertViolations;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates, replaces, changes and deletes rows. */
@ExtendWith(Library.class)
class RestWriteIT {

  @Test
  void aNewRowIsAnsweredWholeAndLiesWhereItsLocationSays(Http http) {
    Http.Answer created =
        http.post(
            "/api/users",
            "{\"name\":\"Barbara\",\"email\":\"barbara@example.org\",\"age\":28,\"score\":12.5,"
                + "\"born\":\"1939-11-07\",\"active\":false,\"manager_id\":1}");

    assertEquals(201, created.status(), created::toString);
    JsonNode row = created.json().at("/data");
    assertEquals("/api/users/" + row.path("id").asLong(), created.header("Location"));
    assertEquals("BARBARA", row.path("shout").asText(), "computed by the database");
    assertEquals("reader", row.path("role").asText(), "a default");
    assertEquals("2026-01-02T03:04:05", row.path("seen_at").asText(), "a default");
    assertEquals(row, http.get(created.header("Location")).json().at("/data"));
  }

  @Test
  void aRowMayChooseItsKeyAndBeNothingButDefaults(Http http) {
    assertEquals("/api/select/77", http.post("/api/select", "{\"id\":77}").header("Location"));
    Http.Answer created = http.post("/api/select", "{}");

    assertEquals(201, created.status(), created::toString);
    assertEquals("here", http.get(created.header("Location")).json().at("/data/where").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x/y",
        "x,y",
        "x y",
        "ü 名 🦉",
        "\\\"",
        ".",
        "..",
        "",
        "\\\"..\\\"",
        "%2F",
        "a+b",
        "?&#=;",
        "new" + "\\n" + "line",
      })
  void theLocationOfATextKeyLeadsToItsRow(String key, Http http) {
    http.delete("/api/tags/%22%22");
    http.delete("/api/tags/%22..%22");
    Http.Answer created = http.post("/api/tags", "{\"name\":\"" + key + "\",\"rank\":null}");

    assertEquals(201, created.status(), created::toString);
    Http.Answer read = http.get(created.header("Location"));
    assertEquals(200, read.status(), () -> created.header("Location") + " " + read);
    assertEquals(created.json(), read.json());
    assertEquals(204, http.delete(created.header("Location")).status());
    assertProblem(404, http.get(created.header("Location")));
  }

  @Test
  void aCompositeKeyIsCreatedAndItsLocationLeadsToIt(Http http) {
    Http.Answer created =
        http.post("/api/memberships", "{\"number\":7,\"club\":\"go, and/or shogi\"}");

    assertEquals("/api/memberships/go%2C%20and%2For%20shogi,7", created.header("Location"));
    assertEquals(200, http.get(created.header("Location")).status());
  }

  @Test
  void allRowsOfAnArrayAreCreatedOrNone(Http http) {
    Http.Answer created =
        http.post(
            "/api/comments",
            "[{\"post_id\":1,\"text\":\"fourth\"},{\"text\":\"fifth\",\"post_id\":2}]");
    assertEquals(201, created.status(), created::toString);
    assertEquals(2, created.json().at("/data").size());
    assertEquals("fifth", created.json().at("/data/1/text").asText());

    Http.Answer refused =
        http.post(
            "/api/comments", "[{\"post_id\":1,\"text\":\"sixth\"},{\"post_id\":99,\"text\":null}]");

    assertViolations(refused, "/1/post_id foreign-key", "/1/text null");
    assertEquals(5, http.get("/api/comments").json().at("/pagination/total").asInt());
    assertProblem(
        400,
        "SQLX112",
        http.send(
            "POST",
            "/api/comments",
            "[{\"text\":\"a\"},{\"post_id\":1}]",
            "Prefer",
            "resolution=merge-duplicates"));
  }

  @Test
  void bytesAreBase64BothWays(Http http) {
    Http.Answer created =
        http.post(
            "/api/readings", "{\"sensor\":\"s\",\"raw\":\"AAEC/w==\",\"note\":[1,{\"a\":2}]}");

    assertEquals(201, created.status(), created::toString);
    assertEquals("AAEC/w==", http.get(created.header("Location")).json().at("/data/raw").asText());
  }

  @Test
  void putGivesWhatTheBodyHasAndDefaultsForTheRest(Http http) {
    Http.Answer replaced =
        http.put("/api/users/2", "{\"name\":\"Hopper\",\"email\":\"hopper@example.org\"}");

    assertEquals(200, replaced.status(), replaced::toString);
    assertEquals(
        "{\"data\":{\"id\":2,\"name\":\"Hopper\",\"email\":\"hopper@example.org\",\"nick\":null,\"lucky\":null,"
            + "\"age\":null,\"role\":\"reader\",\"score\":null,\"born\":null,\"active\":true,"
            + "\"manager_id\":null,\"shout\":\"HOPPER\",\"seen_at\":\"2026-01-02T03:04:05\"}}",
        http.get("/api/users/2").body());
    assertEquals(http.get("/api/users/2").json(), replaced.json());
  }

  @Test
  void putRequiresWhatAnInsertRequiresAndLeavesTheKey(Http http) {
    assertViolations(
        http.put("/api/users/2", "{\"age\":-1}"),
        "/name required",
        "/email required",
        "/age range");
    assertProblem(
        422,
        "SQLX113",
        http.put("/api/users/2", "{\"id\":3,\"name\":\"Hopper\",\"email\":\"h@example.org\"}"));
    assertEquals(
        200,
        http.put("/api/users/2", "{\"id\":2,\"name\":\"Hopper\",\"email\":\"h@example.org\"}")
            .status());
    assertProblem(
        404, "SQLX102", http.put("/api/users/99", "{\"name\":\"No\",\"email\":\"n@example.org\"}"));
  }

  @Test
  void patchChangesNothingButWhatTheBodyHas(Http http) {
    JsonNode before = http.get("/api/users/2").json().at("/data");
    Http.Answer patched = http.patch("/api/users/2", "{\"age\":86,\"nick\":\"gh\"}");

    assertEquals(200, patched.status(), patched::toString);
    JsonNode after = http.get("/api/users/2").json().at("/data");
    assertEquals(after, patched.json().at("/data"));
    for (JsonNode column : before) {
      assertEquals(before.size(), after.size(), column::toString);
    }
    assertEquals(86, after.path("age").asInt());
    assertEquals("gh", after.path("nick").asText());
    assertEquals(before.path("score"), after.path("score"));
    assertEquals(before.path("born"), after.path("born"));
    assertEquals(
        before, http.patch("/api/users/2", "{\"age\":85,\"nick\":null}").json().at("/data"));
  }

  @Test
  void aPatchOfNothingAnswersWithTheRow(Http http) {
    Http.Answer patched = http.patch("/api/users/2", "{}");

    assertEquals(200, patched.status(), patched::toString);
    assertEquals(http.get("/api/users/2").json(), patched.json());
    assertProblem(404, "SQLX102", http.patch("/api/users/99", "{}"));
  }

  @Test
  void patchMayChangeTheKey(Http http) {
    assertEquals(200, http.patch("/api/tags/new", "{\"name\":\"newer\"}").status());
    assertEquals(7, http.get("/api/tags/newer").json().at("/data/rank").asInt());
    assertProblem(404, http.get("/api/tags/new"));
    assertProblem(409, http.patch("/api/tags/newer", "{\"name\":\"c,d\"}"));
  }

  @Test
  void aDeletedRowIsGone(Http http) {
    Http.Answer deleted = http.delete("/api/comments/3");

    assertEquals(204, deleted.status(), deleted::toString);
    assertEquals("", deleted.body());
    assertProblem(404, "SQLX102", http.get("/api/comments/3"));
    assertProblem(404, "SQLX102", http.delete("/api/comments/3"));
    assertEquals(204, http.delete("/api/posts/1").status());
    assertEquals(
        0,
        http.get("/api/comments").json().at("/pagination/total").asInt(),
        "cascades as declared");
  }

  @Test
  void aRowThatOthersReferToIsNotDeleted(Http http) {
    assertProblem(409, http.delete("/api/users/1"));
    assertProblem(409, http.delete("/api/memberships/chess,1"));
    assertEquals(200, http.get("/api/users/1").status());
  }

  @Test
  void aKeyThatIsTakenIsAConflict(Http http) {
    assertProblem(
        409,
        http.post("/api/users", "{\"id\":1,\"name\":\"Other\",\"email\":\"other@example.org\"}"));
    assertProblem(409, http.post("/api/memberships", "{\"club\":\"chess\",\"number\":1}"));
    assertProblem(409, http.post("/api/tags", "{\"name\":\"c,d\"}"));
    assertProblem(
        409, http.post("/api/users", "{\"name\":\"Other\",\"email\":\"ada@example.org\"}"));
    assertProblem(409, http.patch("/api/users/2", "{\"email\":\"ada@example.org\"}"));
    assertEquals(5, http.get("/api/users").json().at("/pagination/total").asInt());
  }

  @Test
  void aRowMayKeepItsOwnUniqueValue(Http http) {
    assertEquals(200, http.patch("/api/users/1", "{\"email\":\"ada@example.org\"}").status());
  }
}
