package org.sqlxos.wirevm.internal.execute;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong with several statements in one transaction. */
enum BatchProblem implements ProblemCode {
  /** All or nothing cannot be had. */
  NO_TRANSACTIONS("SQLX696", 501, Fault.CALLER, "The database has no transactions"),
  /** A statement needs a value of a row that an earlier one did not return. */
  EARLIER_ROW_MISSING("SQLX697", 409, Fault.CALLER, "A row that is referred to was not written"),
  /** The rows of a transaction are kept until it is committed. */
  TOO_MANY_ROWS("SQLX698", 422, Fault.LIMIT, "The write changes too many rows to return them");

  private final String code;
  private final int status;
  private final Fault fault;
  private final String title;

  BatchProblem(String code, int status, Fault fault, String title) {
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
