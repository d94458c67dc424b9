package org.sqlxos.benchmarks.wire.contestant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.sqlxos.benchmarks.wire.data.Checksum;

/**
 * Reads the columns of an item with the getters that JDBC has for them.
 *
 * @param uuid whether a code is a UUID; else it is text
 */
record JdbcItemReader(boolean uuid) {

  void read(ResultSet rows, Checksum checksum) throws SQLException {
    checksum.add(rows.getInt(1));
    checksum.add(rows.getLong(2));
    checksum.add(rows.getString(3));
    checksum.add(rows.getBigDecimal(4));
    checksum.add(rows.getObject(5, LocalDateTime.class));
    checksum.add(rows.getObject(6, LocalDate.class));
    checksum.add(rows.getBoolean(7));
    checksum.add(rows.getDouble(8));
    if (uuid) {
      checksum.add(rows.getObject(9, UUID.class));
    } else {
      checksum.addUuid(rows.getString(9));
    }
    checksum.add(rows.getBytes(10));
  }
}
