package org.sqlxos.planner.internal;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What cannot be planned. */
enum PlanProblem implements ProblemCode {
  /** A kind of statement, or an ability, that no bundle turns into the database's language. */
  NOT_SERVED("SQLX501", 501, Fault.CALLER, "This is not served here"),
  /**
   * The schema has changed between the parsing of a request and its plan, or a stage asks for what
   * is not there.
   */
  NOT_IN_CATALOG("SQLX502", 400, Fault.CALLER, "The catalog has no such name"),
  /** The database's dialect is not installed. */
  NO_DIALECT("SQLX503", 503, Fault.NODE, "No bundle brings the dialect"),
  /** What a database without SQL leaves undone exceeds what is done in this process. */
  TOO_MANY_ROWS("SQLX504", 422, Fault.LIMIT, "Too many rows to sort or skip");

  private final String code;
  private final int status;
  private final Fault fault;
  private final String title;

  PlanProblem(String code, int status, Fault fault, String title) {
    this.code = code;
    this.status = status;
    this.fault = fault;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  public boolean retryable() {
    return this == NO_DIALECT;
  }

  @Override
  public String title() {
    return title;
  }
}
