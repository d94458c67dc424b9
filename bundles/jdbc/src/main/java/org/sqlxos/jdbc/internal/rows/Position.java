package org.sqlxos.jdbc.internal.rows;

import java.sql.SQLException;

/** The row in sight among all: 0 before the first, one more than there are behind the last. */
public interface Position {

  /** The number of the row; 0 before the first row and behind the last. */
  int row();

  boolean beforeFirst();

  boolean afterLast() throws SQLException;

  boolean last() throws SQLException;

  /**
   * Goes to a row.
   *
   * @param row 0 and less, and more than there are, for the ends
   * @return whether there is one
   */
  boolean go(int row) throws SQLException;

  /** How many rows there are. */
  int count() throws SQLException;
}
