package org.sqlxos.wirevm.internal.transaction;

import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;

/** What is told of the run that a batch failed at. */
public final class RowProblem {

  private RowProblem() {}

  /** The same problem, its detail naming the run, counted from 0. */
  public static ProblemException at(long row, ProblemException failure) {
    Problem problem = failure.problem();
    return new ProblemException(
        new Problem(
            problem.code(),
            "Row %d of the batch: %s".formatted(row, problem.detail()),
            problem.hint(),
            problem.sqlState(),
            problem.violations()),
        failure);
  }
}
