package org.sqlxos.problem.api;

import java.util.List;
import java.util.Optional;

/**
 * One occurrence of a problem, as it is told to the caller (RFC 9457). It never carries a stack
 * trace, a secret or the values of a row.
 *
 * @param code its kind
 * @param detail what failed, for a person
 * @param hint what to do next, or the nearest existing name
 * @param sqlState the SQLSTATE of the database, unchanged, where a database reported the problem
 * @param violations every broken rule of the request; empty where the problem is not about single
 *     values
 */
public record Problem(
    ProblemCode code,
    String detail,
    Optional<String> hint,
    Optional<String> sqlState,
    List<Violation> violations) {

  public Problem {
    violations = List.copyOf(violations);
  }

  /** A problem without hint, SQLSTATE and violations. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same problem with {@code hint}. */
  public Problem withHint(String hint) {
    return new Problem(code, detail, Optional.of(hint), sqlState, violations);
  }

  /** The same problem with the database's SQLSTATE. */
  public Problem withSqlState(String sqlState) {
    return new Problem(code, detail, hint, Optional.of(sqlState), violations);
  }

  /** The same problem with the broken rules in place of those it had. */
  public Problem withViolations(List<Violation> violations) {
    return new Problem(code, detail, hint, sqlState, violations);
  }
}
