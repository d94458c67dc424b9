package org.sqlxos.wirevm.internal.session;

import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;

/** An operation on its way, and whose turn it is to read the answer. */
final class Turn {

  final Thread thread = Thread.currentThread();
  final CompiledState state;
  final Deadline deadline;

  /** Its answer comes next on the socket: whoever waits for it may read. */
  volatile boolean ready;

  /** Nobody waits any more: whoever comes before reads the answer away. */
  volatile boolean abandoned;

  /** Whoever waits for it is to give up. */
  volatile boolean cancelled;

  /** Its answer has been read. */
  volatile boolean finished;

  /** Nothing may be sent behind it until it is answered: its answer decides how that is read. */
  boolean closesLine;

  /** What it asks; null where the server needs to hear it only once. */
  @Nullable Asked asked;

  /** The size of its request. */
  int bytes;

  /**
   * @param state where its answer begins
   */
  Turn(CompiledState state, Deadline deadline) {
    this.state = state;
    this.deadline = deadline;
  }
}
