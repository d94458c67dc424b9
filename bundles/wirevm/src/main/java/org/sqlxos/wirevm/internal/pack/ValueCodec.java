package org.sqlxos.wirevm.internal.pack;

/**
 * The ways in which a database can keep values of a type. A pack's {@code values} choose among
 * these; the name in the document is the constant's in lower case with hyphens.
 */
public enum ValueCodec {
  /** As the driver has it; what is read is what is stored. */
  PLAIN,
  /** True as 1, false as 0; any other content is read as what it is. */
  BOOLEAN_AS_INTEGER,
  /**
   * Exact numbers as an integer where they are one and fit in 64 bits, else as a double where 15
   * digits are enough, else as text in plain digits.
   */
  DECIMAL_AS_NUMBER,
  /** {@code 2026-01-02}, {@code 03:04:05.6}, ISO 8601 durations. */
  ISO_TEXT,
  /** {@code 2026-01-02 03:04:05.6}, without trailing zeros. */
  TIMESTAMP_AS_TEXT,
  /** {@code 2026-01-02 03:04:05.6+00:00}, always UTC; text without an offset is UTC too. */
  TIMESTAMP_AS_UTC_TEXT,
  /** In lower case with hyphens. */
  UUID_AS_TEXT,
  /** Text that is read as JSON where it is well-formed. */
  JSON_AS_TEXT,
  /** JSON that the driver takes and gives as the bytes of its text in UTF-8. */
  JSON_AS_BYTES,
  /** A JSON array in text. */
  ARRAY_AS_JSON_TEXT
}
