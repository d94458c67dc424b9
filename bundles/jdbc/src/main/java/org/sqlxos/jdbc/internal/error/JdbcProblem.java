package org.sqlxos.jdbc.internal.error;

import java.sql.SQLException;
import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong in the use of the driver itself. */
public enum JdbcProblem implements ProblemCode {
  CLOSED("SQLX680", 500, "What is used has been closed"),
  NOT_CONVERTIBLE("SQLX681", 422, "A value cannot be had as this type"),
  NO_SUCH_COLUMN("SQLX682", 400, "The result has no such column, or no row"),
  UNSUPPORTED("SQLX683", 501, "The driver does not do this"),
  PARAMETERS("SQLX684", 400, "The parameters of a statement are wrong"),
  TRANSACTION("SQLX685", 400, "This cannot be done in this state of the transaction"),
  NO_RESULT("SQLX686", 400, "A statement gave another kind of result"),
  NO_PACK("SQLX687", 400, "No pack answers to the URL"),
  UNKNOWN_OPTION("SQLX688", 400, "A property or argument has a value that is not taken");

  private final String code;
  private final int status;
  private final String title;

  JdbcProblem(String code, int status, String title) {
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

  /** One occurrence, as JDBC tells it. */
  public SQLException exception(String detail) {
    return SqlErrors.of(problem(detail));
  }

  /** One occurrence with what to do about it. */
  public SQLException exception(String detail, String hint) {
    return SqlErrors.of(problem(detail, hint));
  }

  /** What JDBC leaves to the driver, and this one does not do. */
  public static SQLException unsupported(String what) {
    return UNSUPPORTED.exception(what + " is not supported");
  }
}
