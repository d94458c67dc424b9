package org.sqlxos.benchmarks.wire;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.data.Item;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.work.Case;

/** Prints a line for each case and peer. A ratio above 1 means that ours is better. */
final class Report {

  private static final String LINE = "%-10s  %-39s %10s  %-19s %10s %6s%n";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.println("# operations a second; ratio above 1: ours is better");
    line("server", "case", "ours", "peer", "", "ratio");
  }

  void add(Server server, Case benchmark, Contest.Result result) {
    Optional<Score> ours = ours(result.scores());
    for (Score peer : peers(result.scores())) {
      line(
          server.key(),
          benchmark.title(),
          ours.map(own -> number(own.operations())).orElse("-"),
          peer.client().key(),
          number(peer.operations()),
          ours.map(own -> ratio(own.operations() / peer.operations())).orElse("-"));
    }
    if (benchmark instanceof Case.Fetch) {
      addBytes(server, result.scores());
    }
    result.failures().forEach((client, failure) -> fail(server, benchmark, client, failure));
    out.flush();
  }

  private void addBytes(Server server, List<Score> scores) {
    Optional<Score> ours = ours(scores);
    for (Score peer : peers(scores)) {
      line(
          server.key(),
          "fetch, bytes allocated a row",
          ours.map(own -> number(own.bytes() / Item.COUNT)).orElse("-"),
          peer.client().key(),
          number(peer.bytes() / Item.COUNT),
          ours.map(own -> ratio(peer.bytes() / own.bytes())).orElse("-"));
    }
  }

  private void fail(Server server, Case benchmark, Client client, Exception failure) {
    out.printf(
        "%-10s  %s: %s failed: %s%n", server.key(), benchmark.title(), client.key(), failure);
  }

  private void line(String... columns) {
    out.printf(Locale.ROOT, LINE, (Object[]) columns);
  }

  private static Optional<Score> ours(List<Score> scores) {
    return scores.stream().filter(score -> score.client() == Client.OURS).findFirst();
  }

  private static List<Score> peers(List<Score> scores) {
    return scores.stream().filter(score -> score.client() != Client.OURS).toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%.0f", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
