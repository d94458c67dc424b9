package org.sqlxos.catalog.api;

/** What may be done with a relation. */
public enum Permission {
  READ,
  INSERT,
  UPDATE,
  DELETE
}
