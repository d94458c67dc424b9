package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.wirepack.api.Session;

/** A session whose connection can carry the statements of others between its own. */
public interface Multiplexed extends Session {

  /**
   * Another session on the same connection, without transactions. Closing it leaves the connection
   * open.
   */
  Session share();

  /** Whether a long answer is on its way, behind which others would have to wait. */
  boolean occupied();
}
