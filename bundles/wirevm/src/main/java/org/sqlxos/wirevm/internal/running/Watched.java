package org.sqlxos.wirevm.internal.running;

/** Something that must not last beyond its deadline. Both methods are called by the watch. */
public interface Watched {

  /** Nanoseconds until the next deadline; {@link Long#MAX_VALUE} if there is none. */
  long remainingNanos();

  /** Ends what is overdue. Returns soon. */
  void expire();
}
