package org.sqlxos.wirepack.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;

/**
 * One connection to a database. Used by one thread at a time, except {@link #cancel}.
 *
 * <p>Each method throws a {@code ProblemException} with a SQLX6nn code; the database's SQLSTATE
 * passes through. An integrity error of the database has one of the codes of {@link Integrity}, so
 * that VERIFY can tell it from others.
 */
@ProviderType
public interface Session extends Transactions, BulkTransfer, ServerMessages, AutoCloseable {

  /** Runs a statement that returns rows. The cursor is closed before the next statement. */
  Cursor query(TargetStatement statement, Deadline deadline);

  /** Runs a statement that returns no rows, and tells how many it changed. */
  long execute(TargetStatement statement, Deadline deadline);

  /**
   * Asks the database about its schema.
   *
   * @return the rows, with the columns of the question; empty if this database cannot tell
   */
  Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline);

  /** Stops what runs, or waits, if anything does. From any thread; returns at once. */
  void cancel();

  /** Whether it can still be used: false once the connection is lost. */
  boolean usable();

  /** Gives it back to where it came from, rolled back. Closing again does nothing. */
  @Override
  void close();
}
