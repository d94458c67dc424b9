package org.sqlxos.wirepack.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;

/** A session that sends many statements before it reads the first answer. */
@ProviderType
public interface Pipelining {

  /**
   * Runs statements in order without waiting between them. Each stands alone: what one of them is
   * refused with is thrown by the first {@link Cursor#next} of its cursor, and those behind it run.
   *
   * <p>The answers are taken off the connection before this returns, so the cursors can be read in
   * any order, until the next statement of the session.
   *
   * @return a cursor for each statement, in their order
   * @throws org.sqlxos.problem.api.ProblemException SQLX662 if the database's sessions have no
   *     pipeline, SQLX611 if the connection is lost, SQLX660 if statements that write were among
   *     those sent: then nobody knows how far it got
   */
  List<Cursor> pipeline(List<TargetStatement> statements, Deadline deadline);
}
