package org.sqlxos.wirepack.api;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;

/** What a server says without being asked. */
@ProviderType
public interface ServerMessages {

  /**
   * Waits for the next notification of a channel that the session listens to. Those that come while
   * statements run are kept, the last 10,000 of them. A session that waited once is closed, not
   * kept, when it is given back.
   *
   * @return empty if the deadline passes; the session stays usable
   * @throws org.sqlxos.problem.api.ProblemException SQLX658 if the pack knows none, SQLX659 once if
   *     older ones had to be dropped, SQLX610 if {@link Session#cancel} was called or the thread is
   *     interrupted, SQLX611 if the server ended the session
   */
  Optional<Notification> notification(Deadline deadline);

  /**
   * Has what the server remarks told to somebody, until the session is given back. Called while a
   * statement runs, before it ends; must not use the session. What it throws goes to the thread's
   * handler of uncaught exceptions.
   */
  void onNotice(Consumer<Notice> listener);
}
