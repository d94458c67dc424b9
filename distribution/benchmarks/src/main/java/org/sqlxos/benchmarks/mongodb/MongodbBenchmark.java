package org.sqlxos.benchmarks.mongodb;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sqlxos.benchmarks.turns.Comparison;
import org.sqlxos.benchmarks.turns.TurnSettings;
import org.sqlxos.benchmarks.turns.Turns;
import org.sqlxos.benchmarks.wire.contestant.JarVersion;
import org.sqlxos.benchmarks.wire.work.BlockingWork;
import org.sqlxos.testkit.server.MongodbServer;

/**
 * Reads and writes of 1 and 16 callers, on mongo-java-server in this process; and what reading and
 * writing BSON costs alone.
 */
public final class MongodbBenchmark {

  private static final int CONNECTIONS = 16;

  private MongodbBenchmark() {}

  @SuppressWarnings("SystemOut")
  static void main(String... arguments) throws Exception {
    run(TurnSettings.parse(List.of(arguments)), System.out);
    // Threads of a client that did not close must not hold up the end.
    System.exit(0);
  }

  /** Runs and prints. */
  public static void run(TurnSettings settings, PrintStream out) throws Exception {
    try (MongodbServer server = MongodbServer.start();
        DriverMongodb driver = new DriverMongodb(server.url("bench"));
        OursMongodb ours = new OursMongodb(server.url("bench"), CONNECTIONS)) {
      driver.fill();
      new Turns(settings, out).run(comparisons(List.of(ours, driver)));
      out.printf(
          "# mongodb-driver-sync %s, bson %s, mongo-java-server %s; no TLS, 127.0.0.1%n",
          JarVersion.of("mongodb-driver-sync"),
          JarVersion.of("bson"),
          JarVersion.of("mongo-java-server"));
    }
  }

  private static List<Comparison> comparisons(List<MongodbClient> clients) {
    List<Comparison> all = new ArrayList<>();
    for (int callers : new int[] {1, CONNECTIONS}) {
      all.add(comparison("find, by _id", callers, clients, client -> client::find));
      all.add(comparison("list, of 100", callers, clients, client -> client::list));
      all.add(comparison("insert, of one", callers, clients, client -> client::insert));
      all.add(comparison("aggregate, 10 groups", callers, clients, client -> client::aggregate));
    }
    all.addAll(new Codecs().comparisons());
    return all;
  }

  private static Comparison comparison(
      String title,
      int callers,
      List<MongodbClient> clients,
      Function<MongodbClient, BlockingWork.Operation> work) {
    return new Comparison(
        "%s, callers: %d".formatted(title, callers),
        callers,
        clients.stream()
            .map(client -> new Comparison.Contender(client.name(), work.apply(client)))
            .toList());
  }
}
