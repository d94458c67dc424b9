package org.sqlxos.rest.internal.load;

import java.util.Optional;

/** The rows of a body, one after the other. */
interface Lines {

  /**
   * The next row.
   *
   * @throws org.sqlxos.problem.api.ProblemException telling the line that cannot be read
   */
  Optional<Line> next();
}
