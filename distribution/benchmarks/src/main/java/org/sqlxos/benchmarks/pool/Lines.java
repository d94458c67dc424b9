package org.sqlxos.benchmarks.pool;

import java.io.PrintStream;
import java.util.Locale;

/** One line a case: ours, the peer, and how much better ours is; below 1 it is worse. */
final class Lines {

  private Lines() {}

  static void head(PrintStream out) {
    out.printf(Locale.ROOT, "%-44s %12s  %-9s %12s %8s%n", "case", "ours", "peer", "", "ratio");
  }

  /** Of two numbers where less is better. */
  static void print(PrintStream out, String name, double ours, String peer, double theirs) {
    out.printf(
        Locale.ROOT, "%-44s %12.2f  %-9s %12.2f %8.2f%n", name, ours, peer, theirs, theirs / ours);
    out.flush();
  }
}
