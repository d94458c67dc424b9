package org.sqlxos.dialect.api;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** Why a planner of a database without SQL refuses a statement. */
public enum PlanRefusal implements ProblemCode {
  /** The database has no words for it. */
  NOT_SAID("SQLX505", 501, "The database cannot be asked this"),
  /** A command, or its arguments, that the database does not know. */
  COMMAND_MALFORMED("SQLX506", 400, "The command cannot be planned");

  private final String code;
  private final int status;
  private final String title;

  PlanRefusal(String code, int status, String title) {
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
