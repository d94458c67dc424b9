package org.sqlxos.launcher;

import org.sqlxos.runtime.api.SqlxRuntime;

/** Ends a node cleanly when the process is told to end: Ctrl-C, SIGTERM. */
record Shutdown(SqlxRuntime node, Thread hook) {

  static Shutdown of(SqlxRuntime node) {
    Thread hook = new Thread(node::close, "sqlx-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Shutdown(node, hook);
  }

  /** Ends it now, by itself. */
  void now() {
    Runtime.getRuntime().removeShutdownHook(hook);
    node.close();
  }
}
