package org.sqlxos.wirevm.internal.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Who holds what since when, in words. Nothing of it is a value of a statement. */
final class Holders {

  private static final int MOST_TOLD = 10;

  private Holders() {}

  /**
   * @param max how many connections there may be
   */
  static String told(PooledConnection[] connections, int max) {
    List<Loan> holders = new ArrayList<>();
    int busy = 0;
    for (PooledConnection connection : connections) {
      Loan holder = connection.holder();
      if (holder != null) {
        holders.add(holder);
      }
      holders.addAll(connection.sharers());
      busy += connection.free() ? 0 : 1;
    }
    long now = System.nanoTime();
    String longest =
        holders.stream()
            .sorted(Comparator.comparingLong((Loan each) -> each.heldNanos(now)).reversed())
            .limit(MOST_TOLD)
            .map(each -> each.told(now))
            .collect(Collectors.joining("; "));
    String counted = "%d of at most %d connections are in use".formatted(busy, max);
    return holders.isEmpty()
        ? counted + "."
        : "%s, by %d; longest: %s.".formatted(counted, holders.size(), longest);
  }
}
