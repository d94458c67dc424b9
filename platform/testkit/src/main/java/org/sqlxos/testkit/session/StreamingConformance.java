package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Session;

/** Results of any length, in memory that does not grow with them. */
public interface StreamingConformance extends OnServers {

  /** A power of ten: {@code -Dsqlxos.streamed.rows=10000000}. */
  long ROWS = Long.getLong("sqlxos.streamed.rows", 1_000_000);

  /** What may be taken for all the rows together. */
  long NEGLIGIBLE_BYTES = 16 * 1024 * 1024;

  /** Opens a session with these parameters of the URL. */
  Session openWith(String parameters);

  /**
   * Numbers are read without an object for each, so that hardly anything is allocated at all; TLS
   * would allocate as many bytes as it decrypts.
   *
   * @param reporter is told how long it took and what it took
   */
  @Test
  default void millionsOfRowsTakeNoMemory(TestReporter reporter) {
    try (Session session = openWith("sslmode=disable")) {
      Sessions.rows(session, target().words().numbers(10));
      long started = System.nanoTime();
      long before = allocated();
      long sum = 0;
      long count = 0;
      String text = target().words().numbers(ROWS);
      Deadline deadline = Deadline.in(Duration.ofMinutes(10));
      try (Cursor cursor = session.query(Sessions.sql(text), deadline)) {
        while (cursor.next()) {
          sum += cursor.getLong(0);
          count++;
        }
      }
      long taken = allocated() - before;
      long millis = (System.nanoTime() - started) / 1_000_000;
      reporter.publishEntry(
          "streamed", "%d rows, %d ms, %d bytes allocated".formatted(count, millis, taken));
      assertEquals(ROWS, count);
      assertEquals(ROWS * (ROWS + 1) / 2, sum);
      assertTrue(taken < NEGLIGIBLE_BYTES, () -> taken + " bytes were allocated");
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
