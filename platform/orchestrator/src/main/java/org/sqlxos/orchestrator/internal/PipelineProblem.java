package org.sqlxos.orchestrator.internal;

import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;

/** What the pipeline itself refuses. */
enum PipelineProblem implements ProblemCode {
  /** Fail closed: an unprotected answer is worse than none. */
  PHASE_MISSING("SQLX800", 503, "A required phase has no stage"),
  /** The stages present end without one that answers. */
  NOTHING_ANSWERS("SQLX801", 503, "No stage answers");

  private final String code;
  private final int status;
  private final String title;

  PipelineProblem(String code, int status, String title) {
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
    return Fault.NODE;
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
