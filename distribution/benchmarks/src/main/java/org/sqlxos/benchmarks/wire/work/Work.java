package org.sqlxos.benchmarks.wire.work;

import java.time.Duration;

/** A case as one client does it, ready to be repeated: connected, and prepared where it can be. */
public interface Work extends AutoCloseable {

  /**
   * Keeps so many operations going until the time is over and they have ended.
   *
   * @return how many ended
   * @throws Exception what the first operation that failed threw
   */
  long repeat(int callers, Duration time) throws Exception;
}
