package org.sqlxos.launcher;

import java.nio.file.Path;
import org.sqlxos.start.api.StartProblem;

/**
 * The folder that the product lies in. The start script names it in the system property {@code
 * sqlx.home}.
 */
record Home(Path folder) {

  static Home find() {
    String home = System.getProperty("sqlx.home");
    if (home == null) {
      throw StartProblem.BUNDLES_MISSING.problem(
          "The system property \"sqlx.home\" is not set.", "Start with the sqlx script.");
    }
    return new Home(Path.of(home));
  }

  Path bundles() {
    return folder.resolve("bundles");
  }

  /** The sample database as the build made it; never served itself, only copies of it. */
  Path shop() {
    return folder.resolve("shop.db");
  }
}
