package org.sqlxos.operation.api;

import java.io.Serial;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;

/** A problem with one statement of a {@link Batch}; all of it was undone. */
public final class StatementFailure extends ProblemException {

  @Serial private static final long serialVersionUID = 1L;

  private final int statement;

  /**
   * @param statement its place in the batch, from 0
   */
  public StatementFailure(int statement, Problem problem, Throwable cause) {
    super(problem, cause);
    this.statement = statement;
  }

  /** The place of the statement in the batch, from 0. */
  public int statement() {
    return statement;
  }
}
