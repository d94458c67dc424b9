package org.sqlxos.wirepack.api;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/**
 * The ways in which a database refuses a change for the sake of its own rules. Every pack maps its
 * errors to these.
 */
public enum Integrity implements ProblemCode {
  NOT_NULL("SQLX640", 422, "A value is missing"),
  CHECK("SQLX641", 422, "A check constraint is violated"),
  FOREIGN_KEY("SQLX642", 409, "A foreign key is violated"),
  UNIQUE("SQLX643", 409, "A key exists already"),
  /** The value does not fit the column: type, length, range. */
  VALUE("SQLX644", 422, "A value does not fit its column");

  private final String code;
  private final int status;
  private final String title;

  Integrity(String code, int status, String title) {
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
