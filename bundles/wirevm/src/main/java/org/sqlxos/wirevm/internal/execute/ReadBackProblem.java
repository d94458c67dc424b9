package org.sqlxos.wirevm.internal.execute;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong with a write whose rows are read by a statement of their own. */
enum ReadBackProblem implements ProblemCode {
  /** More rows were written than can be found, or fewer: none of them can be told for sure. */
  ROWS_UNCERTAIN("SQLX691", 500, Fault.DATABASE, "The changed rows cannot be told");

  private final String code;
  private final int status;
  private final Fault fault;
  private final String title;

  ReadBackProblem(String code, int status, Fault fault, String title) {
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
    return false;
  }

  @Override
  public String title() {
    return title;
  }
}
