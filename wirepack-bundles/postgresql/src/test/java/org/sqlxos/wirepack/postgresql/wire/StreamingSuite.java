package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** Large results pass through without being kept. */
abstract class StreamingSuite {

  /** For instance 10000000. */
  private static final long ROWS = Long.getLong("sqlxos.streamed.rows", 2_000_000);

  private static final long NEGLIGIBLE_BYTES = 16 * 1024 * 1024;

  private final TestDatabase database;

  StreamingSuite(TestDatabase database) {
    this.database = database;
  }

  /**
   * Numbers are read without an object for each, so that hardly anything is allocated at all; TLS
   * would allocate as many bytes as it decrypts.
   */
  @Test
  void millionsOfRowsTakeNoMemory() {
    try (Session session = Wire.open(database.url() + "?sslmode=disable")) {
      long before = allocated();
      long sum = 0;
      long count = 0;
      try (Cursor cursor =
          session.query(
              Wire.sql("SELECT n, n * 0.5::float8, true FROM generate_series(1, $1) n", ROWS),
              Wire.soon())) {
        while (cursor.next()) {
          sum += cursor.getLong(0);
          count += cursor.getBoolean(2) ? 1 : 0;
        }
      }
      long taken = allocated() - before;
      assertEquals(ROWS, count);
      assertEquals(ROWS * (ROWS + 1) / 2, sum);
      assertTrue(taken < NEGLIGIBLE_BYTES, () -> taken + " bytes were allocated");
    }
  }

  @Test
  void aValueOfMegabytesPassesAndItsMemoryIsGivenBack() {
    try (Session session = Wire.open(database)) {
      for (int i = 0; i < 3; i++) {
        Object value = Wire.one(session, "SELECT repeat('x', 50000000)");
        assertEquals(50_000_000, String.valueOf(value).length());
        assertEquals(1L, Wire.one(session, "SELECT 1"));
      }
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
