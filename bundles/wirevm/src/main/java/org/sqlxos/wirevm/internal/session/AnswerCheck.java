package org.sqlxos.wirevm.internal.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ServerError;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/** Says what is wrong with an answer that has been read to its end. */
final class AnswerCheck {

  private final ErrorTranslator errors;
  private final Runnable onLost;
  private volatile @Nullable DatabaseError last;

  /**
   * @param onLost called when the server has said that it ends the connection
   */
  AnswerCheck(ErrorTranslator errors, Runnable onLost) {
    this.errors = errors;
    this.onLost = onLost;
  }

  ErrorKind kind(DatabaseError error) {
    return errors.kind(error);
  }

  /**
   * What the server's refusal means.
   *
   * @param stop whether the statement was to be stopped, and why
   */
  ProblemException failed(DatabaseError error, RunningStatement.Stop stop) {
    last = error;
    if (kind(error) == ErrorKind.LOST) {
      onLost.run();
    }
    return stop == RunningStatement.Stop.NONE ? errors.whileRunning(error) : Failures.stopped(stop);
  }

  /** Whether a refusal was that the statement can be run, but not be prepared. */
  boolean unpreparable(ProblemException refusal) {
    DatabaseError error = last;
    return error != null
        && refusal.problem().code() == WireProblem.STATEMENT_REFUSED
        && kind(error) == ErrorKind.UNPREPARABLE;
  }

  /** What the server said when it last refused something. */
  Optional<ServerError> last() {
    return Optional.ofNullable(last).map(DatabaseError::inItsWords);
  }

  /** Throws what the server said is wrong, or why it was stopped. */
  void requireNoError(Answer answer, RunningStatement.Stop stop) {
    DatabaseError error = answer.error();
    if (error != null) {
      throw failed(error, stop);
    }
  }

  /**
   * Throws what is wrong with rows that have come to their end. Some servers end a query that is
   * stopped as if that had been all.
   */
  void requireWhole(Answer answer, RunningStatement.Stop stop) {
    requireNoError(answer, stop);
    if (stop != RunningStatement.Stop.NONE) {
      throw Failures.stopped(stop);
    }
  }
}
