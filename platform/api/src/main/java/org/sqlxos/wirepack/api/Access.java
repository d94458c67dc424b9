package org.sqlxos.wirepack.api;

/** What a borrowed session is for. */
public enum Access {
  READ,
  WRITE
}
