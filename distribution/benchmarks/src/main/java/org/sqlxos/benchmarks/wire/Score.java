package org.sqlxos.benchmarks.wire;

import java.util.List;
import org.sqlxos.benchmarks.wire.contestant.Client;

/**
 * What a client came to in a case.
 *
 * @param operations a second, the median of its rounds
 * @param bytes allocated for an operation, the median of its rounds
 */
record Score(Client client, double operations, double bytes) {

  static Score of(Client client, List<Round> rounds) {
    return new Score(
        client,
        median(rounds.stream().mapToDouble(Round::operations).sorted().toArray()),
        median(rounds.stream().mapToDouble(Round::bytes).sorted().toArray()));
  }

  /** One turn: operations a second, and bytes allocated for one. */
  record Round(double operations, double bytes) {}

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
