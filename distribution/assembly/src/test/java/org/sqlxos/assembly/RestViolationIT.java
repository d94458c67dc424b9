package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sqlxos.assembly.Problems.assertViolations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body breaks, all of it at once. */
@ExtendWith(Library.class)
class RestViolationIT {

  @Test
  void everyRuleThatABodyBreaksIsListed(Http http) {
    Http.Answer refused =
        http.post(
            "/api/users",
            """
            {"name": null, "email": "ada@example.org", "nick": "much too long", "age": -1, "lucky": 8,
             "role": "king", "score": "plenty", "born": "2026-02-30", "active": 7,
             "manager_id": 99, "shout": "X", "seen_at": "soon", "hobby": "chess"}
            """);

    assertViolations(
        refused,
        "/name null",
        "/email unique",
        "/nick length",
        "/age range",
        "/lucky check",
        "/role enum",
        "/score type",
        "/born type",
        "/active type",
        "/manager_id foreign-key",
        "/shout read-only",
        "/seen_at type",
        "/hobby unknown");
    assertFalse(refused.body().contains("much too long"), "values are not repeated");
    assertFalse(refused.body().contains("plenty"), "values are not repeated");
    assertEquals(5, http.get("/api/users").json().at("/pagination/total").asInt());
  }

  @Test
  void whatIsMissingIsListedToo(Http http) {
    assertViolations(http.post("/api/users", "{}"), "/name required", "/email required");
    assertViolations(
        http.post("/api/payments", "{\"cents\":0}"),
        "/club required",
        "/number required",
        "/cents range");
  }

  @Test
  void aPatchIsHeldToTheSameRules(Http http) {
    assertViolations(
        http.patch(
            "/api/users/2",
            "{\"name\":\"x\",\"age\":150,\"role\":\"\",\"nick\":\"123456789\",\"manager_id\":-5}"),
        "/name length",
        "/age range",
        "/role enum",
        "/nick length",
        "/manager_id foreign-key");
    assertEquals(85, http.get("/api/users/2").json().at("/data/age").asInt());
  }

  @Test
  void aForeignKeyOfSeveralColumnsIsChecked(Http http) {
    Http.Answer refused =
        http.post("/api/payments", "{\"club\":\"chess\",\"number\":9,\"cents\":1}");

    Problems.assertProblem(422, refused);
    assertEquals("foreign-key", refused.json().at("/violations/0/rule").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users | age | \"36\" | type",
        "users | age | 36.5 | type",
        "users | age | true | type",
        "users | age | [] | type",
        "users | age | {} | type",
        "users | age | 9223372036854775808 | range",
        "users | name | 5 | type",
        "users | name | [\"Ada\"] | type",
        "users | active | 1 | type",
        "users | active | \"true\" | type",
        "users | born | 20260102 | type",
        "users | born | \"2026-13-01\" | type",
        "users | born | \"01.02.2026\" | type",
        "users | seen_at | \"2026-01-02T25:00:00\" | type",
        "users | score | \"9\" | type",
        "readings | raw | \"not base64!\" | type",
        "readings | raw | 5 | type",
        "readings | value | \"1.5\" | type",
        "readings | sensor | null | null",
      })
  void aValueOfAnotherTypeIsRefusedWhereItStands(
      String table, String column, String value, String rule, Http http) {
    Http.Answer refused = http.patch("/api/" + table + "/1", "{\"" + column + "\":" + value + "}");

    assertViolations(refused, "/" + column + " " + rule);
  }

  @ParameterizedTest
  @CsvSource({"score, 123456.789", "score, 1234567", "score, 0.001"})
  void aDecimalHasNoMoreDigitsThanDeclared(String column, String value, Http http) {
    Problems.assertProblem(422, http.patch("/api/users/1", "{\"" + column + "\":" + value + "}"));
  }

  @Test
  void lengthsCountCharactersNotOctets(Http http) {
    assertEquals(200, http.patch("/api/users/1", "{\"nick\":\"🦉🦉🦉🦉🦉🦉🦉🦉\"}").status());
    assertViolations(
        http.patch("/api/users/1", "{\"nick\":\"🦉🦉🦉🦉🦉🦉🦉🦉🦉\"}"), "/nick length");
  }

  @Test
  void namesInPointersAreEscaped(Http http) {
    assertViolations(
        http.post("/api/order", "{\"no/such~column\":1,\"page\":\"x\"}"),
        "/no~1such~0column unknown",
        "/page type");
  }
}
