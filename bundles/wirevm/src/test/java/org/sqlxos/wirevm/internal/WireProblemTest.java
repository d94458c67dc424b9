package org.sqlxos.wirevm.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireProblemTest {

  @Test
  void codesAreUniqueAndInTheirRange() {
    Set<String> codes = new HashSet<>();
    for (WireProblem problem : WireProblem.values()) {
      assertTrue(codes.add(problem.code()), problem.code());
      assertTrue(problem.code().matches("SQLX(6([0-356][0-9]|9[0-9])|71[0-9])"), problem.code());
      assertTrue(problem.status() >= 400 && problem.status() < 600, problem.code());
    }
  }
}
