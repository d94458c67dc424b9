package org.sqlxos.rest.internal.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;

/** Rows one after the other, without anything around them that has to be known in advance. */
interface RowFormat {

  /** The row that the cursor stands on. */
  void write(Cursor cursor) throws IOException;

  /** What comes behind the last row. The output stays open. */
  void finish() throws IOException;

  /** Begins to write rows. */
  @FunctionalInterface
  interface Factory {
    RowFormat begin(OutputStream out, List<ResultColumn> columns) throws IOException;
  }
}
