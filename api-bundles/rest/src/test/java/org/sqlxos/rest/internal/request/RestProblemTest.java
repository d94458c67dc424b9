package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes of this module. */
final class RestProblemTest {

  @Test
  void givesNoCodeTwice() {
    Set<String> codes = new HashSet<>();
    for (RestProblem problem : RestProblem.values()) {
      assertTrue(codes.add(problem.code()), problem.code());
      assertTrue(problem.code().matches("SQLX1[0-4][0-9]|SQLX17[0-9]|SQLX19[01]"), problem.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isToldInTheReadme(RestProblem problem) throws IOException {
    String row = "| " + problem.code() + " | " + problem.status() + " | " + problem.title() + " |";
    assertTrue(Files.readString(Path.of("README.md")).contains(row), row);
    boolean later =
        Set.of(408, 503).contains(problem.status()) || problem == RestProblem.KEY_IN_USE;
    assertEquals(later, problem.retryable());
  }
}
