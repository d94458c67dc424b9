package org.sqlxos.telemetry.internal.web;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong here. */
enum TelemetryProblem implements ProblemCode {
  METHOD_NOT_ALLOWED("SQLX150", 405, Fault.CALLER, false, "This page can only be read"),
  NOT_READY("SQLX020", 503, Fault.NODE, true, "The node is not ready");

  private final String code;
  private final int status;
  private final Fault fault;
  private final boolean retryable;
  private final String title;

  TelemetryProblem(String code, int status, Fault fault, boolean retryable, String title) {
    this.code = code;
    this.status = status;
    this.fault = fault;
    this.retryable = retryable;
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
    return retryable;
  }

  @Override
  public String title() {
    return title;
  }
}
