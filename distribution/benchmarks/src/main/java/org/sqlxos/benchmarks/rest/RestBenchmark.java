package org.sqlxos.benchmarks.rest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlxos.benchmarks.rest.check.Agreement;
import org.sqlxos.benchmarks.rest.check.Forum;
import org.sqlxos.benchmarks.rest.load.Wrk;
import org.sqlxos.benchmarks.rest.peer.Contender;
import org.sqlxos.benchmarks.rest.peer.Peer;
import org.sqlxos.benchmarks.rest.work.Case;

/** {@code sqlx serve} beside handlers on Node, Spring and Vert.x, on one PostgreSQL. */
public final class RestBenchmark {

  private static final Path HOME = Path.of(System.getProperty("sqlx.benchmarks", ""));
  private static final Path PEERS = HOME.resolve("peers");

  /** What contenders say, and what they are asked; of the last run. */
  private static final Path FOLDER = HOME.resolve("target/rest");

  private final RestSettings settings;
  private final PrintStream out;
  private boolean failed;

  private RestBenchmark(RestSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  @SuppressWarnings("SystemOut")
  static void main(String... arguments) throws Exception {
    RestBenchmark benchmark = new RestBenchmark(RestSettings.parse(List.of(arguments)), System.out);
    benchmark.run();
    System.exit(benchmark.failed ? 1 : 0);
  }

  private void run() throws IOException, SQLException {
    for (Contender contender : settings.contenders()) {
      contender.program().build();
    }
    empty(FOLDER);
    List<Peer> peers = new ArrayList<>();
    try (Forum forum = Forum.create(PEERS.resolve("schema.sql"))) {
      try {
        for (Contender contender : settings.contenders()) {
          peers.add(Peer.start(contender, forum.database(), FOLDER));
        }
        measure(forum, new Wrk(PEERS.resolve("load.lua"), FOLDER), peers);
      } finally {
        peers.forEach(Peer::close);
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private void measure(Forum forum, Wrk wrk, List<Peer> peers) throws IOException, SQLException {
    Agreement agreement = new Agreement(forum);
    Contest contest = new Contest(settings, wrk, forum);
    Report report = new Report(settings.contenders(), out);
    report.head();
    Map<Case, List<Peer>> agreeing = new EnumMap<>(Case.class);
    for (Case work : settings.cases()) {
      agreeing.put(work, agreeing(agreement, work, peers));
    }
    // All cases before the first is measured: most contenders compile themselves while they run.
    for (Case work : settings.cases()) {
      contest.warmUp(work, agreeing.getOrDefault(work, List.of()));
    }
    for (Case work : settings.cases()) {
      for (int connections : settings.connections()) {
        List<Peer> turns = agreeing.getOrDefault(work, List.of());
        report.add(work, connections, contest.run(work, connections, turns));
      }
    }
    report.memory(peers);
    report.versions(settings);
  }

  /** Those that do a case, and answer what the database has; others are told, and left out. */
  private List<Peer> agreeing(Agreement agreement, Case work, List<Peer> peers)
      throws IOException, SQLException {
    List<Peer> agreeing = new ArrayList<>();
    for (Peer peer : peers) {
      if (peer.contender().routes().request(work, 0).isEmpty()) {
        continue;
      }
      Optional<String> fault = agreement.fault(peer, work);
      if (fault.isEmpty()) {
        agreeing.add(peer);
      } else {
        failed = true;
        out.printf("# %s is left out: %s%n", peer.contender().key(), fault.get());
      }
    }
    return agreeing;
  }
}
