package org.sqlxos.problem.api;

import java.io.Serial;

/** Carries a {@link Problem} to whoever answers the caller. The cause is for the log only. */
public class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code().code() + ": " + problem.detail());
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.code().code() + ": " + problem.detail(), cause);
    this.problem = problem;
  }

  /** What is told to the caller. */
  public Problem problem() {
    return problem;
  }
}
