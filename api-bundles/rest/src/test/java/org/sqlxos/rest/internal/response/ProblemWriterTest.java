package org.sqlxos.rest.internal.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.rest.internal.request.RestProblem;

/** Problem documents, octet by octet. */
final class ProblemWriterTest {

  private static String write(Problem problem) throws IOException {
    return new String(ProblemWriter.write(problem, "/api/\"x"), StandardCharsets.UTF_8);
  }

  @Test
  void writesOnlyWhatThereIs() throws IOException {
    assertEquals(
        "{\"type\":\"https://sqlxos.org/problems/SQLX102\",\"title\":\"No such row\","
            + "\"status\":404,\"detail\":\"gone\",\"code\":\"SQLX102\","
            + "\"instance\":\"/api/\\\"x\"}",
        write(Problem.of(RestProblem.ROW_NOT_FOUND, "gone")));
  }

  @Test
  void writesEverythingThatThereIs() throws IOException {
    Problem problem =
        Problem.of(RestProblem.NO_DATABASE, "none")
            .withHint("wait")
            .withSqlState("08001")
            .withViolations(List.of(new Violation("/a", "type", "a number expected")));
    assertEquals(
        "{\"type\":\"https://sqlxos.org/problems/SQLX105\","
            + "\"title\":\"No database is connected\",\"status\":503,\"detail\":\"none\","
            + "\"code\":\"SQLX105\",\"instance\":\"/api/\\\"x\",\"hint\":\"wait\","
            + "\"sqlState\":\"08001\",\"violations\":[{\"pointer\":\"/a\",\"rule\":\"type\","
            + "\"message\":\"a number expected\"}],\"retryable\":true}",
        write(problem));
  }
}
