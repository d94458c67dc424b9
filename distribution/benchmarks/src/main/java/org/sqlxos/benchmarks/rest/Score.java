package org.sqlxos.benchmarks.rest;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sqlxos.benchmarks.rest.load.Turn;

/** All turns of a contender in a case with a number of connections. */
record Score(List<Turn> turns) {

  Score {
    turns = List.copyOf(turns);
  }

  double rate() {
    return median(Turn::rate);
  }

  double p50Millis() {
    return median(Turn::p50Millis);
  }

  double p99Millis() {
    return median(Turn::p99Millis);
  }

  long failures() {
    return turns.stream().mapToLong(Turn::failures).sum();
  }

  private double median(ToDoubleFunction<Turn> measure) {
    double[] sorted = turns.stream().mapToDouble(measure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
