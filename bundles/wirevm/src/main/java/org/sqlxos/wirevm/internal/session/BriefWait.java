package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for an answer for a moment before its reader goes to sleep: to be put to sleep and woken
 * costs a virtual thread more than a near server takes to answer. Given up, for longer each time,
 * where answers take longer than that; and never done by more readers than half of the processors,
 * which others want too, often the server itself.
 */
final class BriefWait {

  private static final long LONGEST_NANOS = 100_000;
  private static final int MOST_SKIPPED = 64;
  private static final int MOST_LOOKING = Runtime.getRuntime().availableProcessors() / 2;

  /** Who waits now, on all connections: the processors are one for all. */
  private static final AtomicInteger WAITING = new AtomicInteger();

  /** Where bytes come in. */
  @FunctionalInterface
  interface Source {
    /** How many bytes are there. */
    int available() throws IOException;
  }

  private final Source source;
  private int skipped;
  private int toSkip;
  private boolean counted;

  BriefWait(Source source) {
    this.source = source;
  }

  /** Returns when there are bytes, or when they are not worth being looked for any more. */
  void begin() throws IOException {
    counted = true;
    if (WAITING.incrementAndGet() > MOST_LOOKING) {
      return;
    }
    if (skipped < toSkip) {
      skipped++;
      return;
    }
    skipped = 0;
    toSkip = found() ? 0 : Math.min(2 * toSkip + 1, MOST_SKIPPED);
  }

  private boolean found() throws IOException {
    long end = System.nanoTime() + LONGEST_NANOS;
    do {
      if (source.available() > 0) {
        return true;
      }
      Thread.yield();
    } while (System.nanoTime() - end < 0);
    return false;
  }

  /** The bytes are there, or never will be. */
  void end() {
    if (counted) {
      counted = false;
      WAITING.decrementAndGet();
    }
  }
}
