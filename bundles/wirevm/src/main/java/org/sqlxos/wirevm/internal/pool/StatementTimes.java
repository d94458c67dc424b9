package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long statements take, by their text: an average in which each further observation counts for
 * a quarter, so that a statement that was slow once is soon forgiven.
 *
 * <p>A table of fixed size that maps a text's hash to one number: the rest of the hash and the
 * average. Two texts in one place drive each other out: what is forgotten is learned anew. No
 * locks, no growth, 8 bytes a statement. A map with eviction was refused: it costs more than what
 * it saves, and texts with values in them would fill it.
 */
final class StatementTimes {

  private static final int PLACES = 1 << 13;
  private static final int USUAL_SHIFT = 6;

  private final AtomicLongArray places = new AtomicLongArray(PLACES);

  /**
   * The mean logarithm of all durations, in 1/1024 of a bit: a few very long ones move it little.
   */
  private volatile long usual = -1;

  private static int spread(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }

  void observe(String text, long nanos) {
    int hash = spread(text);
    int place = hash & PLACES - 1;
    long micros = Math.clamp(nanos / 1000, 0, Integer.MAX_VALUE);
    long known = places.get(place);
    long average = tag(known) == hash && known != 0 ? average(known) : micros;
    // Two at once lose one observation, which nobody misses.
    places.set(place, (long) hash << 32 | average + (micros - average) / 4);
    observe(Math.max(1, nanos));
  }

  private void observe(long nanos) {
    long now = log(nanos);
    long before = usual;
    long next = before < 0 ? now : before + (now - before >> USUAL_SHIFT);
    if (next != before) {
      usual = next;
    }
  }

  private static long log(long nanos) {
    int bits = 63 - Long.numberOfLeadingZeros(nanos);
    long fraction = bits >= 10 ? nanos >>> bits - 10 : nanos << 10 - bits;
    return ((long) bits << 10) + (fraction & 1023);
  }

  /** What a statement usually takes, whichever; 0 if nothing is known. */
  long usualNanos() {
    long log = usual;
    if (log < 0) {
      return 0;
    }
    int bits = (int) (log >> 10);
    long scaled = 1024 + (log & 1023);
    return bits >= 10 ? scaled << bits - 10 : scaled >> 10 - bits;
  }

  /** What this one usually takes; 0 if it is not known. */
  long nanos(String text) {
    int hash = spread(text);
    long known = places.get(hash & PLACES - 1);
    return tag(known) == hash ? average(known) * 1000 : 0;
  }

  private static int tag(long known) {
    return (int) (known >>> 32);
  }

  private static long average(long known) {
    return known & 0xffff_ffffL;
  }
}
