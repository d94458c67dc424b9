package org.sqlxos.catalog.api;

import java.util.List;

/**
 * That a row has changed. What it is now is for whoever is told to read, with the rights of whoever
 * asks.
 *
 * @param kind what was done with it
 * @param key the values of the primary key's columns, in its order, as the database writes them
 */
public record Change(Kind kind, List<String> key) {

  public Change {
    key = List.copyOf(key);
  }

  /** What was done with a row. */
  public enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }
}
