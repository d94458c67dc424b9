package org.sqlxos.problem.api;

/** Whose fault a problem is, which decides who has to act. */
public enum Fault {
  /** The request is wrong; the same request fails again. */
  CALLER,
  /** The database refused or is not reachable. */
  DATABASE,
  /** A configured bound was reached: size, time, rate, count. */
  LIMIT,
  /** The node or its configuration is wrong; an operator has to act. */
  NODE
}
