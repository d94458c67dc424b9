package org.sqlxos.catalog.internal.follow;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/** The session that a follower works with at the moment, so that whoever stops it can cancel it. */
final class BorrowedSession {

  private @Nullable Session inUse;
  private boolean cancelled;

  /** Borrows a session for some work and gives it back. */
  <T> T with(ConnectedDatabase database, Deadline deadline, Function<Session, T> work) {
    try (Session session = database.borrow(Access.READ, deadline)) {
      use(session);
      try {
        return work.apply(session);
      } finally {
        use(null);
      }
    }
  }

  private synchronized void use(@Nullable Session session) {
    inUse = session;
    if (cancelled && session != null) {
      session.cancel();
    }
  }

  /** Cancels the work of now and of later. */
  synchronized void cancel() {
    cancelled = true;
    if (inUse != null) {
      inUse.cancel();
    }
  }
}
