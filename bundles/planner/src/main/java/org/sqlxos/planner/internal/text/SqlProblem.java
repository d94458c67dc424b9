package org.sqlxos.planner.internal.text;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** Why the text of a statement is not carried out. */
enum SqlProblem implements ProblemCode {
  /** It is no SQL, or has not the parameters it needs, or names what the catalog does not have. */
  NOT_READ("SQLX507", 400, "The SQL cannot be read"),
  /** It is SQL, but more than is turned into a structured statement. */
  NOT_TRANSLATED("SQLX508", 501, "This SQL is not served here");

  private final String code;
  private final int status;
  private final String title;

  SqlProblem(String code, int status, String title) {
    this.code = code;
    this.status = status;
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
    return Fault.CALLER;
  }

  @Override
  public boolean retryable() {
    return false;
  }

  @Override
  public String title() {
    return title;
  }
}
