package org.sqlxos.wirevm.internal.pool;

import java.io.Serial;

/** The pool lends no more. Checked, so that nobody forgets to look for its successor. */
public final class PoolClosed extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  PoolClosed() {
    super("the pool is closed", null, false, false);
  }
}
