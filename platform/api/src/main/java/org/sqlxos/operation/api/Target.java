package org.sqlxos.operation.api;

/** What PLAN makes of a statement, and EXECUTE runs. */
public sealed interface Target permits TargetStatement, TargetBatch, TargetSeries {

  /** Whether it can change data. */
  boolean writes();
}
