package org.sqlxos.wirevm.internal.pool;

/**
 * How many connections a pool opens and closes.
 *
 * <p>Waiting is rent, a new connection is a purchase. One more is opened once those who waited have
 * waited, all together, for as long as it takes to open one: a burst that is over sooner opens
 * none, and nobody who cannot see into the future pays less than half of this (the ski rental
 * problem: Karlin, Manasse, Rudolph, Sleator: Competitive snoopy caching, 1988). What nobody has
 * used for a time is closed again.
 *
 * @param min so many are always there
 * @param max never more
 */
record SizeLaw(int min, int max) {

  /**
   * What was observed.
   *
   * @param open connections that are there
   * @param opening connections that are being opened
   * @param waiting borrowers that a new connection would serve
   * @param rentNanos for how long borrowers have waited since a connection was opened last
   * @param priceNanos how long it takes to open one; 0 if that is not known yet
   */
  record Load(int open, int opening, int waiting, long rentNanos, long priceNanos) {}

  /** How many are to be opened now. */
  int toOpen(Load load) {
    int there = load.open() + load.opening();
    int missing = Math.max(0, min - there);
    if (load.waiting() == 0 || there >= max) {
      return missing;
    }
    int useful = Math.min(load.waiting() - load.opening(), max - there);
    long bought = load.priceNanos() == 0 ? load.waiting() : load.rentNanos() / load.priceNanos();
    int wanted = (int) Math.min(Math.max(0, useful), bought);
    return Math.max(Math.max(missing, wanted), there == 0 ? 1 : 0);
  }

  /** Whether one that was not used for a time is closed. */
  boolean surplus(int open, long idleNanos, long limitNanos) {
    return open > min && limitNanos > 0 && idleNanos > limitNanos;
  }
}
