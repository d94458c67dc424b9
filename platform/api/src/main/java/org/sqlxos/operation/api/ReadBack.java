package org.sqlxos.operation.api;

import java.util.Optional;

/**
 * How the rows that a write changes are read where the database's writes return none. EXECUTE runs
 * all of it in the write's transaction, and undoes the transaction where the write changes another
 * number of rows than are read.
 *
 * @param rows the query for the changed rows
 * @param moment when it is run
 * @param evaluated a query for one row, run first: what {@link Evaluated} stands for
 */
public record ReadBack(TargetStatement rows, Moment moment, Optional<TargetStatement> evaluated) {

  public ReadBack {
    if (rows.writes() || evaluated.filter(TargetStatement::writes).isPresent()) {
      throw new IllegalArgumentException("what reads back does not write");
    }
  }

  /** When the rows are read. */
  public enum Moment {
    /** Before the write, which takes the rows away. */
    BEFORE,
    /** After the write, if it changed any. */
    AFTER,
    /** Before an insert, when there must be none, and after it. */
    NEW
  }

  /**
   * In place of a parameter of the write or of {@link #rows}: a value that only the database can
   * tell, and that both have to agree on.
   *
   * @param column the column of {@link #evaluated}, counted from 0
   */
  public record Evaluated(int column) {}
}
