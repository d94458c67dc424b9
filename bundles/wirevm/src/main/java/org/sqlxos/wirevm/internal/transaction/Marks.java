package org.sqlxos.wirevm.internal.transaction;

import java.util.TreeSet;

/** The savepoints of a transaction that are still there, by their numbers. */
final class Marks {

  private final TreeSet<Long> alive = new TreeSet<>();
  private long last;

  void clear() {
    alive.clear();
    last = 0;
  }

  /** A number that none in this transaction had. */
  long next() {
    last++;
    return last;
  }

  void set(long number) {
    alive.add(number);
  }

  boolean alive(long number) {
    return alive.contains(number);
  }

  void dropAfter(long number) {
    alive.tailSet(number, false).clear();
  }

  void dropFrom(long number) {
    alive.tailSet(number, true).clear();
  }
}
