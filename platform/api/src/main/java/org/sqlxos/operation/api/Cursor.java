package org.sqlxos.operation.api;

import java.nio.charset.StandardCharsets;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A position in streamed rows, before the first one at the start. Columns are counted from 0. Used
 * by one thread at a time. The getters allocate nothing but what they return.
 *
 * <p>{@link #kind} may differ from row to row: some databases do not hold a column to its declared
 * type.
 */
@ProviderType
public interface Cursor extends AutoCloseable {

  /**
   * Goes to the next row.
   *
   * @return false after the last row
   * @throws org.sqlxos.problem.api.ProblemException if the database fails, or the deadline passes
   */
  boolean next();

  /** What the value in this row is; says which getter to use. */
  ValueKind kind(int column);

  boolean getBoolean(int column);

  long getLong(int column);

  double getDouble(int column);

  String getText(int column);

  /**
   * The same text, for those who write it on: as bytes where they lie, so that neither a string is
   * made nor anything decoded where the database speaks UTF-8.
   *
   * @param into shows the text until the cursor moves, or another text is asked for
   */
  default void getText(int column, Utf8View into) {
    byte[] text = getText(column).getBytes(StandardCharsets.UTF_8);
    into.show(text, 0, text.length);
  }

  byte[] getBytes(int column);

  /**
   * Goes to the next result of a statement that has several, before its first row; what is left of
   * this one is dropped. Results without rows are passed over. Its columns are as the database
   * names their types, for the statement declared those of the first result only.
   *
   * @return false if there is none, as with most statements
   */
  default boolean nextResult() {
    return false;
  }

  /** Gives the connection back. Rows not read are dropped. Closing again does nothing. */
  @Override
  void close();
}
