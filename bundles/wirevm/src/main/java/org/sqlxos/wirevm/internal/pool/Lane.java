package org.sqlxos.wirevm.internal.pool;

/**
 * A connection of a {@link LanePool}, and who uses it. All fields are guarded by the pool's lock.
 */
final class Lane {

  final Multiplexed session;

  /** How many read on it at this moment. */
  int readers;

  /** Somebody has it alone, or waits until the last reader has left to have it alone. */
  boolean reserved;

  Lane(Multiplexed session) {
    this.session = session;
  }
}
