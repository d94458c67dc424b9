package org.sqlxos.wirepack.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;

/**
 * What a session can do for a client that brings statements of its own, of which nothing is known
 * but the text. A {@link Session} that {@link WirePack#connect} makes has it too; one that is lent
 * by a pool need not. Used as the session is: by one thread at a time.
 */
@ProviderType
public interface DescribedStatements {

  /**
   * Runs any statement, and says of what kind its result is. The cursor is closed before the next
   * statement.
   *
   * @throws org.sqlxos.problem.api.ProblemException as {@link Session#query}
   */
  StatementCursor run(TargetStatement statement, Deadline deadline);

  /**
   * Asks what a statement takes and gives, without running it.
   *
   * @param text with the placeholders of the database
   * @throws org.sqlxos.problem.api.ProblemException as {@link Session#query}
   */
  StatementDescription describe(String text, Deadline deadline);

  /**
   * Whether the server says of parameters which types it expects. Otherwise the class of a value
   * decides what it is sent as.
   */
  boolean describesParameters();

  /** What the server said when it last refused a statement of this session. */
  Optional<ServerError> serverError();
}
