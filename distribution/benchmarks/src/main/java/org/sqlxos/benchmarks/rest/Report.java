package org.sqlxos.benchmarks.rest;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sqlxos.benchmarks.rest.peer.Contender;
import org.sqlxos.benchmarks.rest.peer.Peer;
import org.sqlxos.benchmarks.rest.work.Case;

/** Prints a line for each case and number of connections, and the memory at the end. */
final class Report {

  private static final String START = "%-26s %5s";
  private static final String RATE = " %10s";
  private static final String RATIO = " %8s";
  private static final String LATENCY = " %15s";

  private final Set<Contender> contenders;
  private final PrintStream out;

  Report(Set<Contender> contenders, PrintStream out) {
    this.contenders = contenders;
    this.out = out;
  }

  void head() {
    out.println(
        "# good answers a second of each; ours/limit and ours/node: ours beside vertx and beside"
            + " the best of those on Node; then p50/p99 in ms");
    print(START, "case", "conns");
    contenders.forEach(contender -> print(RATE, contender.key()));
    print(RATIO + RATIO, "/limit", "/node");
    contenders.forEach(contender -> print(LATENCY, contender.key()));
    out.println();
  }

  void add(Case work, int connections, Map<Contender, Score> scores) {
    print(START, work.title(), connections);
    contenders.forEach(each -> print(RATE, cell(scores, each, score -> number(score.rate()))));
    Optional<Score> ours = Optional.ofNullable(scores.get(Contender.OURS));
    Optional<Score> limit = Optional.ofNullable(scores.get(Contender.VERTX));
    print(RATIO + RATIO, ratio(ours, limit), ratio(ours, best(scores)));
    contenders.forEach(
        each ->
            print(
                LATENCY,
                cell(scores, each, s -> number(s.p50Millis()) + "/" + number(s.p99Millis()))));
    out.println();
    scores.forEach((contender, score) -> addFailures(contender, score));
    out.flush();
  }

  private static Optional<Score> best(Map<Contender, Score> scores) {
    return scores.entrySet().stream()
        .filter(each -> each.getKey().onNode())
        .map(Map.Entry::getValue)
        .max(Comparator.comparingDouble(Score::rate));
  }

  private static String ratio(Optional<Score> ours, Optional<Score> peer) {
    return ours.flatMap(own -> peer.map(other -> "%.2f".formatted(own.rate() / other.rate())))
        .orElse("-");
  }

  private static String cell(
      Map<Contender, Score> scores, Contender contender, Function<Score, String> text) {
    return Optional.ofNullable(scores.get(contender)).map(text).orElse("-");
  }

  private void addFailures(Contender contender, Score score) {
    if (score.failures() > 0) {
      long refused = score.turns().stream().mapToLong(turn -> turn.refused()).sum();
      long broken = score.turns().stream().mapToLong(turn -> turn.broken()).sum();
      long late = score.turns().stream().mapToLong(turn -> turn.late()).sum();
      print(
          "#   %s: %d answers of another status, %d broken connections, %d time-outs%n",
          contender.key(), refused, broken, late);
    }
  }

  void memory(List<Peer> peers) throws IOException {
    out.println("# resident memory after the load, and the most it was, MiB");
    for (Peer peer : peers) {
      print("%-26s %5d %10d%n", peer.contender().key(), peer.memory("VmRSS"), peer.memory("VmHWM"));
    }
  }

  void versions(RestSettings settings) throws IOException {
    for (Contender contender : contenders) {
      print("# %s: %s%n", contender.key(), contender.program().versions());
    }
    print(
        "# medians of %d rounds of %d s after %d s in a case; wrk, 2 threads, on the same"
            + " machine%n",
        settings.rounds(), settings.seconds(), settings.warmUpSeconds());
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format, values);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }
}
