package org.sqlxos.jdbc.internal.link;

/** Rows that are still being read off the connection. */
public interface Live {

  /**
   * Takes what is left off the connection, which is needed for something else. The rows can be read
   * on.
   */
  void park();
}
