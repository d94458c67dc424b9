package org.sqlxos.operation.api;

/**
 * What the value under a {@link Cursor} is, and with which getter it is read without conversion.
 */
public enum ValueKind {
  /** No value. */
  NULL,
  /** {@link Cursor#getBoolean}. */
  BOOLEAN,
  /** {@link Cursor#getLong}. */
  INTEGER,
  /** {@link Cursor#getDouble}. */
  FLOAT,
  /**
   * {@link Cursor#getText}: a number in plain decimal digits, too large or too exact for a long or
   * double.
   */
  DECIMAL,
  /**
   * {@link Cursor#getText}: text, and everything that is written as text: dates and times (ISO
   * 8601), uuid, interval.
   */
  TEXT,
  /** {@link Cursor#getText}: a well-formed JSON document, arrays of the database among them. */
  JSON,
  /** {@link Cursor#getBytes}. */
  BYTES
}
