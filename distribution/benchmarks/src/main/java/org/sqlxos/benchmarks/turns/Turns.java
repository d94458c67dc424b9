package org.sqlxos.benchmarks.turns;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sqlxos.benchmarks.wire.work.BlockingWork;

/**
 * Runs cases: contenders take turns in the same process, so that a change of the machine's speed,
 * of the server or of the heap meets all of them; who begins a round changes. The median counts.
 */
public final class Turns {

  private static final String LINE = "%-44s %12s  %-20s %12s %7s%n";

  private final TurnSettings settings;
  private final PrintStream out;

  public Turns(TurnSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs those that were asked for, and prints a line for each of them and each peer. */
  public void run(List<Comparison> all) throws Exception {
    List<Comparison> chosen = all.stream().filter(each -> settings.includes(each.name())).toList();
    out.println("# operations a second; ratio above 1: ours is better");
    out.printf(Locale.ROOT, LINE, "case", "ours", "peer", "", "ratio");
    for (Comparison comparison : chosen) {
      rounds(comparison, settings.warmUpRounds());
    }
    for (Comparison comparison : chosen) {
      print(comparison, rounds(comparison, settings.rounds()));
    }
    out.printf(
        "# %s, %d cores, Java %s; medians of %d rounds of %d ms after %d in all cases%n",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.version"),
        settings.rounds(),
        settings.round().toMillis(),
        settings.warmUpRounds());
  }

  /** Operations a second of each contender in each round. */
  private double[][] rounds(Comparison comparison, int count) throws Exception {
    List<Comparison.Contender> contenders = comparison.contenders();
    double[][] speeds = new double[contenders.size()][count];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      order.add(i);
    }
    for (int round = 0; round < count; round++) {
      for (int i : order) {
        speeds[i][round] = speed(contenders.get(i), comparison.callers());
      }
      order.add(order.removeFirst());
    }
    return speeds;
  }

  private double speed(Comparison.Contender contender, int callers) throws Exception {
    try (BlockingWork work = new BlockingWork(() -> {}, contender.operation())) {
      Duration round = settings.round();
      long start = System.nanoTime();
      long operations = work.repeat(callers, round);
      return operations / ((System.nanoTime() - start) / 1e9);
    }
  }

  private void print(Comparison comparison, double[][] speeds) {
    double ours = median(speeds[0]);
    for (int i = 1; i < speeds.length; i++) {
      double peer = median(speeds[i]);
      out.printf(
          Locale.ROOT,
          LINE,
          comparison.title(),
          "%.0f".formatted(ours),
          comparison.contenders().get(i).name(),
          "%.0f".formatted(peer),
          "%.2f".formatted(ours / peer));
    }
    out.flush();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
