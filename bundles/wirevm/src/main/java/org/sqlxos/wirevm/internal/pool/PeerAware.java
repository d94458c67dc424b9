package org.sqlxos.wirevm.internal.pool;

/** A session that can tell whether its other side is there, without asking it. */
public interface PeerAware {

  /**
   * Takes in what has come unasked. Only while nobody else uses the session.
   *
   * @return whether the connection is still open, as far as this side knows
   */
  boolean peerIsThere();
}
