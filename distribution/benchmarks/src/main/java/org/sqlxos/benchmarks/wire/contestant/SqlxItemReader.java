package org.sqlxos.benchmarks.wire.contestant;

import java.util.List;
import org.sqlxos.benchmarks.wire.data.Checksum;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.type.api.UniversalType;

/**
 * The columns that are read, and how a cursor gives those of an item: what has no Java primitive is
 * a view of its text in ISO 8601 or plain digits; what is text in the table becomes a string.
 *
 * @param uuid whether a code is declared as a UUID; else it is text
 */
record SqlxItemReader(boolean uuid) {

  private static final ResultColumn SERIAL = column("serial", "integer(64)");
  private static final ResultColumn LABEL = column("label", "text");

  List<ResultColumn> columns() {
    return List.of(
        column("id", "integer(32)"),
        SERIAL,
        LABEL,
        column("price", "decimal(12,2)"),
        column("changed", "timestamp(6)"),
        column("due", "date"),
        column("active", "boolean"),
        column("weight", "float(64)"),
        column("code", uuid ? "uuid" : "text(36)"),
        column("digest", "bytes"));
  }

  List<ResultColumn> lookupColumns() {
    return List.of(SERIAL, LABEL);
  }

  List<ResultColumn> documentColumns() {
    return List.of(column("content", "bytes"));
  }

  void read(Cursor cursor, Utf8View text, Checksum checksum) {
    checksum.add(cursor.getLong(0));
    checksum.add(cursor.getLong(1));
    checksum.add(cursor.getText(2));
    cursor.getText(3, text);
    checksum.addDecimal(text);
    cursor.getText(4, text);
    checksum.addTimestamp(text);
    cursor.getText(5, text);
    checksum.addDate(text);
    checksum.add(cursor.getBoolean(6));
    checksum.add(cursor.getDouble(7));
    if (uuid) {
      cursor.getText(8, text);
      checksum.addUuid(text);
    } else {
      checksum.addUuid(cursor.getText(8));
    }
    checksum.add(cursor.getBytes(9));
  }

  private static ResultColumn column(String name, String type) {
    return new ResultColumn(name, UniversalType.parse(type));
  }
}
