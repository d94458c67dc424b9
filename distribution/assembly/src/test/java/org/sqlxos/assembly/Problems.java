package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What every refusal has to be: a problem document that tells nothing of the inside. */
final class Problems {

  static final String MEDIA_TYPE = "application/problem+json";

  /** Stack frames, class and exception names, sources, and the words of the driver. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]{2,20}\\.|Exception\\b|Error:|\\.java\\b|\\[SQLITE_|Caused by"
              + "|\\b(org|com|java|jdk)[./](sqlxos|sqlite|eclipse|apache|fasterxml|lang|util)");

  private Problems() {}

  /** Requires a problem of this status, whatever its code. */
  static JsonNode assertProblem(int status, Http.Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertDocument(answer);
    return answer.json();
  }

  static JsonNode assertProblem(int status, String code, Http.Answer answer) {
    JsonNode problem = assertProblem(status, answer);
    assertEquals(code, problem.path("code").asText(), answer::toString);
    return problem;
  }

  /** Requires a well-formed problem document. */
  static void assertDocument(Http.Answer answer) {
    assertEquals(MEDIA_TYPE, answer.header("Content-Type"), answer::toString);
    JsonNode problem = answer.json();
    assertEquals(answer.status(), problem.path("status").asInt(), answer::toString);
    assertTrue(problem.path("code").asText().matches("SQLX\\d{3}"), answer::toString);
    assertTrue(
        problem.path("type").asText().endsWith("/" + problem.path("code").asText()),
        answer::toString);
    assertFalse(problem.path("title").asText().isBlank(), answer::toString);
    assertFalse(problem.path("detail").asText().isBlank(), answer::toString);
    assertTellsNothing(answer.body());
  }

  /** Requires that a body has no trace of how the node works inside. */
  static void assertTellsNothing(String body) {
    assertFalse(INSIDE.matcher(body).find(), () -> "the inside is told: " + body);
  }

  /** Requires that these rules and no others are violated, each as {@code "/pointer rule"}. */
  static void assertViolations(Http.Answer answer, String... wanted) {
    JsonNode problem = assertProblem(422, answer);
    Set<String> found = new TreeSet<>();
    for (JsonNode violation : problem.path("violations")) {
      found.add(violation.path("pointer").asText() + " " + violation.path("rule").asText());
      assertFalse(violation.path("message").asText().isBlank(), answer::toString);
    }
    assertEquals(new TreeSet<>(Set.of(wanted)), found, answer::toString);
    assertEquals(wanted.length, problem.path("violations").size(), answer::toString);
  }
}
