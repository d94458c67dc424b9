package org.sqlxos.ui.internal;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What can go wrong with a page. */
enum UiProblem implements ProblemCode {
  NOT_FOUND("SQLX160", 404, "There is nothing under this path"),
  METHOD_NOT_ALLOWED("SQLX161", 405, "A page can only be read");

  private final String code;
  private final int status;
  private final String title;

  UiProblem(String code, int status, String title) {
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
