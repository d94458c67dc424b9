package org.sqlxos.benchmarks.wire.work;

import java.util.ArrayList;
import java.util.List;

/** What is measured. */
public sealed interface Case {

  /** Its name in results; the first word is its name in arguments. */
  String title();

  /** How many callers there are at a time; each begins when its last operation has ended. */
  default int callers() {
    return 1;
  }

  /** Look-ups by primary key, each with a connection of a pool. */
  record Lookup(int callers, int connections) implements Case {
    @Override
    public String title() {
      return "lookup, %s on %s"
          .formatted(plural(callers, "caller"), plural(connections, "connection"));
    }
  }

  /** Look-ups by primary key that share one connection at the same time. */
  record Flight(int callers) implements Case {
    @Override
    public String title() {
      return "flight, %d look-ups on 1 connection".formatted(callers);
    }
  }

  /** All items, every value read. */
  record Fetch() implements Case {
    @Override
    public String title() {
      return "fetch, 10,000 rows x 10 columns";
    }
  }

  /** One value of 1 MB. */
  record Value() implements Case {
    @Override
    public String title() {
      return "value, 1 MB";
    }
  }

  /** A thousand rows inserted in a transaction. */
  record Batch() implements Case {
    @Override
    public String title() {
      return "batch, 1,000 rows inserted";
    }
  }

  /** A connection opened, authenticated and closed. */
  record Connect() implements Case {
    @Override
    public String title() {
      return "connect, authenticate, close";
    }
  }

  /** All of them, in the order of the report. */
  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    // A lone caller never uses a second connection.
    cases.add(new Lookup(1, 1));
    for (int callers : new int[] {16, 256}) {
      for (int connections : new int[] {1, 8, 16}) {
        cases.add(new Lookup(callers, connections));
      }
    }
    cases.addAll(
        List.of(
            new Flight(10), new Flight(100), new Fetch(), new Value(), new Batch(), new Connect()));
    return List.copyOf(cases);
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
