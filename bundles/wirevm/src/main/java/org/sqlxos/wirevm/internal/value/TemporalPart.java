package org.sqlxos.wirevm.internal.value;

/** What a value says of a moment. */
enum TemporalPart {
  DATE,
  TIME,
  TIMESTAMP,
  /** A moment; written in UTC. */
  ZONED_TIMESTAMP
}
