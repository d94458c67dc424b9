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

  /** Whether one more slow statement may begin where so many run. */
  boolean admits(int running) {
    return running < most;
  }
}
