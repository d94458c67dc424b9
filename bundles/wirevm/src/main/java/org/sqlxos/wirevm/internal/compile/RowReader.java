package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.BodyReader;

/** Finds the values of one row. Compiled from the fields of the message that rows come in. */
@FunctionalInterface
public interface RowReader {

  /**
   * @param columns how many values there are
   * @param widths how long each is where the row does not say; see {@code ValueFormat.width}
   * @param places gets the offset of value {@code i} at {@code 2 * i}, and behind it its length, or
   *     -1 for no value
   */
  void read(BodyReader from, int columns, int[] widths, int[] places);
}
