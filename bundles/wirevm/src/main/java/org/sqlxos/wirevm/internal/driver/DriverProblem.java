package org.sqlxos.wirevm.internal.driver;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong with the drivers that the user brings. */
enum DriverProblem implements ProblemCode {
  /** No jar in the folders has the driver. */
  DRIVER_MISSING("SQLX700", 503, Fault.NODE, "The database's driver is not there");

  private final String code;
  private final int status;
  private final Fault fault;
  private final String title;

  DriverProblem(String code, int status, Fault fault, String title) {
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
    return true;
  }

  @Override
  public String title() {
    return title;
  }
}
