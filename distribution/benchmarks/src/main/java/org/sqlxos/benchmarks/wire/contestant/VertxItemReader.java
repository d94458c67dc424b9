package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.sqlclient.Row;
import org.sqlxos.benchmarks.wire.data.Checksum;

/**
 * Reads the columns of an item with the getters that a Vert.x row has for them.
 *
 * @param uuid whether a code is a UUID; else it is text
 */
record VertxItemReader(boolean uuid) {

  void read(Row row, Checksum checksum) {
    checksum.add(row.getInteger(0));
    checksum.add(row.getLong(1));
    checksum.add(row.getString(2));
    checksum.add(row.getBigDecimal(3));
    checksum.add(row.getLocalDateTime(4));
    checksum.add(row.getLocalDate(5));
    checksum.add(row.getBoolean(6));
    checksum.add(row.getDouble(7));
    if (uuid) {
      checksum.add(row.getUUID(8));
    } else {
      checksum.addUuid(row.getString(8));
    }
    checksum.add(row.getBuffer(9).getBytes());
  }
}
