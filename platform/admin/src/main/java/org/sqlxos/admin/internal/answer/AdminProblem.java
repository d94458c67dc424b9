package org.sqlxos.admin.internal.answer;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong in the admin API. */
public enum AdminProblem implements ProblemCode {
  UNAUTHORIZED("SQLX300", 401, Fault.CALLER, "The admin token is missing or wrong"),
  NOT_LOCAL("SQLX301", 403, Fault.CALLER, "The admin API answers this machine only"),
  NOT_FOUND("SQLX302", 404, Fault.CALLER, "The admin API has no such path"),
  METHOD_NOT_ALLOWED("SQLX303", 405, Fault.CALLER, "The path does not answer this method"),
  NOT_ACCEPTABLE("SQLX304", 406, Fault.CALLER, "The admin API answers JSON"),
  REFUSED("SQLX305", 400, Fault.CALLER, "The request cannot be understood"),
  NO_PIPELINE("SQLX306", 503, Fault.NODE, "The orchestrator does not run"),
  TOKEN_FILE("SQLX308", 500, Fault.NODE, "The admin token cannot be kept"),
  INTERNAL("SQLX309", 500, Fault.NODE, "The admin API failed");

  private final String code;
  private final int status;
  private final Fault fault;
  private final String title;

  AdminProblem(String code, int status, Fault fault, String title) {
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
    return this == NO_PIPELINE;
  }

  @Override
  public String title() {
    return title;
  }
}
