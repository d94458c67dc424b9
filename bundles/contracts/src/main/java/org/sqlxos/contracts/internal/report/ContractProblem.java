package org.sqlxos.contracts.internal.report;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What the contracts of a database refuse. */
public enum ContractProblem implements ProblemCode {
  /** Every broken rule is told at once. */
  DATA_INVALID("SQLX400", 422, "The data break rules of the database"),
  FILTER_INVALID("SQLX401", 400, "A filter does not fit its column"),
  NAME_UNKNOWN("SQLX402", 400, "A name is not in the catalog"),
  KEY_EXISTS("SQLX410", 409, "A key exists already"),
  ROW_REFERENCED("SQLX411", 409, "Other rows refer to this one"),
  FORMAT_UNKNOWN("SQLX412", 500, "A format in the configuration cannot be read");

  private final String code;
  private final int status;
  private final String title;

  ContractProblem(String code, int status, String title) {
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
    return this == FORMAT_UNKNOWN ? Fault.NODE : Fault.CALLER;
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
