package org.sqlxos.security.internal.admit;

import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.problem.api.ProblemException;

/**
 * What a write depends on in rows of other relations.
 *
 * @param query for those rows
 * @param rows how many there have to be
 * @param refusal what is told where it is another number
 */
record Question(Query query, int rows, ProblemException refusal) {

  /**
   * @throws ProblemException the refusal
   */
  void require(Outcome answer) {
    int found = 0;
    if (answer instanceof Outcome.Rows brought) {
      while (found <= rows && brought.cursor().next()) {
        found++;
      }
    }
    if (found != rows || !(answer instanceof Outcome.Rows)) {
      throw refusal;
    }
  }
}
