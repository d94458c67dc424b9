package org.sqlxos.wirepack.api;

/** How the bytes get to the database. */
public enum Transport {
  /** The declared protocol over a socket. */
  WIRE,
  /** A database inside this process, brought by the pack's bundle. */
  EMBEDDED,
  /** A vendor's JDBC driver from the drivers folder. */
  JDBC
}
