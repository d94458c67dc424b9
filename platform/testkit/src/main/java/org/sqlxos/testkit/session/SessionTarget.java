package org.sqlxos.testkit.session;

import org.sqlxos.wirepack.api.Session;

/** A database to which a suite opens sessions. */
public interface SessionTarget {

  /** Opens a session; the test closes it. */
  Session open();

  /** The database's own words. */
  SqlWords words();

  /** Whether the database works at a statement of these sessions, as it says itself. */
  boolean running();

  /** Whether a transaction that was begun for reading refuses to write; the suite checks it. */
  boolean refusesToWriteWhileReading();
}
