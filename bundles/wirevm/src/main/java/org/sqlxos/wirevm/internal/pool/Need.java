package org.sqlxos.wirevm.internal.pool;

/** What a borrower needs of a connection. */
enum Need {
  /** A place beside other readers. */
  SHARED,
  /** A connection that nobody else uses. */
  ALONE,
  /** The same, for a statement that is known to run long: only some connections take these. */
  SLOW
}
