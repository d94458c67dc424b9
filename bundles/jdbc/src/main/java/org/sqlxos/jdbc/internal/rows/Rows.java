package org.sqlxos.jdbc.internal.rows;

import java.sql.SQLException;
import org.sqlxos.operation.api.ValueKind;

/** The rows of a result, with one of them in sight. Columns are counted from 0. */
public interface Rows {

  /** Goes to the next row; false behind the last. */
  boolean next() throws SQLException;

  /** What the value in this row is; says which getter to use, as with a cursor. */
  ValueKind kind(int column) throws SQLException;

  boolean truth(int column) throws SQLException;

  long number(int column) throws SQLException;

  double fraction(int column) throws SQLException;

  String text(int column) throws SQLException;

  byte[] bytes(int column) throws SQLException;

  /** Where it is, for those who go to and fro. */
  Position position() throws SQLException;

  void close() throws SQLException;
}
