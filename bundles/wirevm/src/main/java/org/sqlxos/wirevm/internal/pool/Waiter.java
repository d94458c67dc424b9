package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;

/** Somebody who waits for a connection. */
final class Waiter {

  /** What became of the wait. */
  sealed interface End {}

  /** It got what it waited for. */
  record Given(PooledConnection connection) implements End {}

  /** The database cannot be reached. */
  record Refused(ProblemException reason) implements End {}

  /** It gave up, or there is nothing to wait for. */
  enum Over implements End {
    GAVE_UP,
    POOL_CLOSED
  }

  final Need need;
  final long sinceNanos = System.nanoTime();
  private final Thread thread = Thread.currentThread();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();

  Waiter(Need need) {
    this.need = need;
  }

  @Nullable End end() {
    return end.get();
  }

  /** Whether this was the first to end it. */
  boolean end(End how) {
    boolean first = end.compareAndSet(null, how);
    if (first) {
      LockSupport.unpark(thread);
    }
    return first;
  }
}
