package org.sqlxos.testkit.session;

import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Session;

/** How a pack's tests open sessions: all that the suites know of an engine. */
public interface Connections {

  /** Opens a session. */
  Session open(String url, Deadline deadline);

  /** Opens a session without hurry. */
  default Session open(String url) {
    return open(url, Sessions.soon());
  }

  /** Another session on the same connection, for reading, whose close leaves that open. */
  Session share(Session session);
}
