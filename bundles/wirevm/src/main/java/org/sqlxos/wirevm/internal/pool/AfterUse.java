package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.wirepack.api.Session;

/** What a session must not take with it to whoever gets it next. */
final class AfterUse {

  private AfterUse() {}

  /**
   * @param waited whether it waited for notifications: the server goes on to send those of its
   *     channels, so it is not kept
   * @param heeded whether somebody is told its notices
   */
  static void clean(Session session, boolean waited, boolean heeded) {
    if (waited) {
      session.close();
    } else if (heeded && session.usable()) {
      session.onNotice(_ -> {});
    }
  }
}
