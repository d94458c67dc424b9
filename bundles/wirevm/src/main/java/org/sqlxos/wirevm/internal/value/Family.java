package org.sqlxos.wirevm.internal.value;

/** Types whose values are kept alike. */
public enum Family {
  BOOLEAN,
  INTEGER,
  DECIMAL,
  FLOAT,
  TEXT,
  BYTES,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  INTERVAL,
  UUID,
  JSON,
  ARRAY,
  ENUM,
  ANY
}
