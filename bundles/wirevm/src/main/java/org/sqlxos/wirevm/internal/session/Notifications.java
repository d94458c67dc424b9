package org.sqlxos.wirevm.internal.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.protocol.Event;

/** What one session hears of others, whichever kind of session it is. */
final class Notifications {

  private final WireConnection connection;
  private volatile @Nullable NotificationWait waiting;

  Notifications(WireConnection connection) {
    this.connection = connection;
  }

  /** One that has come, or the next; empty if the deadline passes. */
  Optional<Notification> next(Deadline deadline) {
    if (!connection.parts().protocol().tells(Event.NOTIFICATION)) {
      throw Undeclared.notifications();
    }
    Optional<Notification> kept = connection.asides().next();
    if (kept.isPresent()) {
      return kept;
    }
    NotificationWait wait = new NotificationWait(connection, deadline);
    waiting = wait;
    try {
      return wait.next();
    } finally {
      waiting = null;
    }
  }

  /**
   * Has whoever waits give up. From any thread.
   *
   * @return whether somebody did
   */
  boolean cancel() {
    NotificationWait wait = waiting;
    if (wait != null) {
      wait.cancel();
    }
    return wait != null;
  }
}
