package org.sqlxos.testkit.session;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.Session;

/** What the suites share; not a suite. */
public interface OnSessions {

  /** How long a test waits for a database at most. */
  Duration PATIENCE = Duration.ofSeconds(30);

  /** The database that the suite runs on. */
  SessionTarget target();

  /** Returns when the database works at nothing any more. */
  default void awaitIdle() {
    Await.until("the database to stop", PATIENCE, () -> !target().running());
  }

  /** Returns when the database works at a statement. */
  default void awaitRunning() {
    Await.until("the database to run it", PATIENCE, target()::running);
  }

  /** Fails unless a session goes on as if nothing had been. */
  default void requireWorking(Session session) {
    Assertions.assertTrue(session.usable());
    Assertions.assertEquals(7L, Sessions.number(session, "SELECT 7"));
  }
}
