package org.sqlxos.wirevm.internal;

import org.sqlxos.problem.api.ProblemException;

/** What a session refuses because its pack declares none of it, whatever the session is. */
public final class Undeclared {

  private Undeclared() {}

  /** To begin a transaction, or whatever would have to be undone as a whole. */
  public static ProblemException transactions() {
    return WireProblem.TRANSACTIONS_UNSUPPORTED.problem(
        "This database has no transactions: each statement stands alone, and what fails half-way"
            + " stays as it is",
        "Do in one statement what has to happen together.");
  }

  /** To copy. */
  public static ProblemException copy() {
    return WireProblem.COPY_UNSUPPORTED.problem("The pack declares no copy");
  }

  /** To wait for a notification. */
  public static ProblemException notifications() {
    return WireProblem.NOTIFICATIONS_UNSUPPORTED.problem("The pack declares no notifications");
  }
}
