package org.sqlxos.contracts.internal.value;

/** Where a value comes from, which decides what a text may stand for. */
public enum Source {
  /** The data of a mutation: a JSON string is a text and nothing else. */
  DATA,
  /** A filter: everything may come as the text of a query string. */
  FILTER
}
