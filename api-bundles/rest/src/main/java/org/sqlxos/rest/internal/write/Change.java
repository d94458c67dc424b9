package org.sqlxos.rest.internal.write;

import java.util.List;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.response.Reply;

/** One change that a caller wants, alone or with others in one transaction. */
public interface Change {

  /** What is run, in this order; at least one. */
  List<Statement> statements();

  /** Whether what the statements bring has to be judged before it is kept. */
  boolean judged();

  /**
   * Judges what a statement brought.
   *
   * @param statement its place among {@link #statements()}
   * @throws org.sqlxos.problem.api.ProblemException to undo everything
   */
  void judge(int statement, Outcome outcome);

  /** The place of the statement that brings the row, or the first of the rows, that it is about. */
  int main();

  /**
   * What the caller is told.
   *
   * @param outcomes one for each statement; read while the reply is written
   * @throws org.sqlxos.problem.api.ProblemException if there was nothing to change
   */
  Reply reply(List<Outcome> outcomes);
}
