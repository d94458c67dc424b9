package org.sqlxos.wirepack.api;

/** How little a transaction sees of others at the same time, from the weakest to the strongest. */
public enum Isolation {
  /** It may see what others have not committed. */
  READ_UNCOMMITTED,
  /** Each statement sees what was committed before it began. */
  READ_COMMITTED,
  /** Rows that were read once stay as they were. */
  REPEATABLE_READ,
  /** The outcome is as if transactions had run one after the other. */
  SERIALIZABLE
}
