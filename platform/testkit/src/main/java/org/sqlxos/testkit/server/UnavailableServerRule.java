package org.sqlxos.testkit.server;

import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What becomes of a test whose server cannot run: skipped on a developer's machine, failed in
 * continuous integration, where a skipped test would be a test nobody ever runs.
 */
record UnavailableServerRule(boolean fails) {

  static UnavailableServerRule ofThisEnvironment() {
    return of(System.getenv("CI"));
  }

  static UnavailableServerRule of(@Nullable String ciVariable) {
    return new UnavailableServerRule("true".equalsIgnoreCase(ciVariable));
  }

  RuntimeException toThrow(ServerUnavailableException unavailable) {
    String reason = unavailable.getMessage();
    if (fails) {
      throw new AssertionFailedError(reason, unavailable);
    }
    return new TestAbortedException(reason, unavailable);
  }
}
