package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/** What people are told when a statement, or its connection, ends before its time. */
final class Failures {

  private Failures() {}

  /**
   * @param stop whether the statement was to be stopped, and why
   */
  static ProblemException lost(IOException e, RunningStatement.Stop stop) {
    return switch (stop) {
      case EXPIRED ->
          WireProblem.DEADLINE_PASSED.problem(
              "The statement did not stop at its deadline, so the connection was closed");
      case CANCELLED ->
          WireProblem.CANCELLED.problem(
              "The statement did not stop when it was cancelled, so the connection was closed");
      case NONE ->
          e instanceof SocketTimeoutException
              ? WireProblem.SILENT.problem(
                  "The server said nothing for as long as socket_timeout allows, so the connection"
                      + " was closed",
                  "Find out whether the server still works; else allow more with socket_timeout.")
              : WireProblem.LOST.problem(
                  "The connection was lost: " + e.getMessage(),
                  "Whether the statement was carried out is not known. Try again: a new one is"
                      + " opened.");
    };
  }

  /** For a statement that was stopped as it was to be. */
  static ProblemException stopped(RunningStatement.Stop stop) {
    return stop == RunningStatement.Stop.EXPIRED
        ? WireProblem.DEADLINE_PASSED.problem(
            "The statement was stopped at the deadline", "Ask for less, or allow more time.")
        : WireProblem.CANCELLED.problem("The statement was cancelled");
  }
}
