package org.sqlxos.wirevm.internal.pool;

/**
 * Which statements are slow, and how many connections they get at a time.
 *
 * @param slowNanos at least so much is slow; 0 or less means that nothing is
 * @param most how many connections slow ones get
 */
record LaneLaw(long slowNanos, int most) {

  /** Slow is also relative: where all take long, there is nobody to be kept from waiting. */
  private static final int TIMES_THE_USUAL = 8;

  /** Nobody stands in line on one connection for much longer; at the pool any may come free. */
  private static final long LINE_NANOS = 10_000_000;

  static LaneLaw of(PoolSettings settings) {
    int max = settings.size().max();
    int reserved = (int) Math.ceil(max * settings.lanes().reserved());
    return new LaneLaw(settings.lanes().slow().toNanos(), Math.max(1, max - reserved));
  }

  /** What is slow where statements usually take so long. */
  long limitNanos(long usualNanos) {
    return slowNanos <= 0
        ? Long.MAX_VALUE
        : Math.max(slowNanos, Math.multiplyExact(TIMES_THE_USUAL, Math.min(usualNanos, 1L << 58)));
  }

  /**
   * How many readers a connection takes at a time. Many where statements are short: their requests
   * travel together. Few where they are long: who stands in line behind them cannot change lines.
   */
  int readers(int most, long usualNanos) {
    return most <= 2 || usualNanos == 0 ? most : (int) Math.clamp(LINE_NANOS / usualNanos, 2, most);
  }

  /** Whether one more slow statement may begin where so many run. */
  boolean admits(int running) {
    return running < most;
  }
}
