package org.sqlxos.wirepack.api;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;

/** How a session moves many rows at a time. None of it holds more than a part of them in memory. */
@ProviderType
public interface BulkTransfer {

  /**
   * Copies rows into the database, in the format that the statement names.
   *
   * @param statement starts the copy; without parameters
   * @param source read on the calling thread to its end, not closed
   * @return how many rows were copied
   * @throws org.sqlxos.problem.api.ProblemException SQLX654 if the pack knows no copy, SQLX655 if
   *     the statement is none in this direction, SQLX656 if the source fails: then nothing was
   *     copied
   */
  long copyIn(TargetStatement statement, InputStream source, Deadline deadline);

  /**
   * Copies rows out of the database, in the format that the statement names.
   *
   * @param statement starts the copy; without parameters
   * @param sink written in large pieces and flushed at the end, not closed
   * @return how many rows were copied
   * @throws org.sqlxos.problem.api.ProblemException SQLX654 if the pack knows no copy, SQLX655 if
   *     the statement is none in this direction, SQLX657 if the sink fails: then the statement is
   *     stopped
   */
  long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline);

  /**
   * Runs a statement once for each row of values, all or nothing: outside of a transaction in one
   * of its own, inside of one behind a savepoint, so that the transaction goes on after a failure.
   *
   * @param statement without parameters of its own
   * @param rows the parameters of each run; read once, in order, on the calling thread
   * @return how many rows each run changed
   * @throws org.sqlxos.problem.api.ProblemException what the first failing run is refused with; its
   *     detail names the run, counted from 0
   */
  long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline);
}
