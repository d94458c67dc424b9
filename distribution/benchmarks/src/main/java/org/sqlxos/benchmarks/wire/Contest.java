package org.sqlxos.benchmarks.wire;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.contestant.Contestant;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.benchmarks.wire.work.Case;
import org.sqlxos.benchmarks.wire.work.Work;

/**
 * One case on all clients of a server: they take turns in the same process, so that a change of the
 * machine's speed, of the server or of the heap meets all of them. Who begins a round changes.
 */
final class Contest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Settings settings;
  private final Tables tables;
  private final Case benchmark;
  private final Map<Client, Work> works = new EnumMap<>(Client.class);
  private final Map<Client, List<Score.Round>> rounds = new EnumMap<>(Client.class);
  private final Map<Client, Exception> failures = new EnumMap<>(Client.class);

  /** What came out; a client that failed has no score but its failure. */
  record Result(List<Score> scores, Map<Client, Exception> failures) {}

  Contest(Settings settings, Tables tables, Case benchmark) {
    this.settings = settings;
    this.tables = tables;
    this.benchmark = benchmark;
  }

  /** Runs without counting, so that the code of all clients is compiled. */
  void warmUp(Map<Client, Contestant> contestants) {
    run(contestants, settings.warmUpRounds(), 0);
  }

  /** Runs. The first round connects and prepares statements, and does not count. */
  Result run(Map<Client, Contestant> contestants) {
    run(contestants, 1, settings.rounds());
    failures.keySet().forEach(rounds::remove);
    List<Score> scores = new ArrayList<>();
    rounds.forEach((client, done) -> scores.add(Score.of(client, done)));
    return new Result(scores, failures);
  }

  private void run(Map<Client, Contestant> contestants, int uncounted, int counted) {
    contestants.forEach(this::prepare);
    List<Client> order = new ArrayList<>(works.keySet());
    for (int round = 0; round < uncounted + counted; round++) {
      for (Client client : order) {
        take(client, round >= uncounted);
      }
      order.add(order.removeFirst());
    }
    works.forEach(this::close);
  }

  private void prepare(Client client, Contestant contestant) {
    try {
      works.put(client, contestant.prepare(benchmark));
      rounds.put(client, new ArrayList<>());
    } catch (Exception failure) {
      failures.put(client, failure);
    }
  }

  private void take(Client client, boolean counts) {
    Work work = works.get(client);
    List<Score.Round> done = rounds.get(client);
    if (work == null || done == null || failures.containsKey(client)) {
      return;
    }
    if (benchmark instanceof Case.Batch) {
      tables.emptyDeliveries();
    }
    try {
      Score.Round round = measure(work);
      if (counts) {
        done.add(round);
      }
    } catch (Exception failure) {
      failures.put(client, failure);
    }
  }

  /** Virtual threads allocate in the name of the platform threads that carry them. */
  private Score.Round measure(Work work) throws Exception {
    long allocated = THREADS.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    long operations = work.repeat(benchmark.callers(), settings.round());
    double seconds = (System.nanoTime() - start) / 1e9;
    double bytes = THREADS.getTotalThreadAllocatedBytes() - allocated;
    return new Score.Round(operations / seconds, bytes / operations);
  }

  private void close(Client client, Work work) {
    try {
      work.close();
    } catch (Exception failure) {
      failures.putIfAbsent(client, failure);
    }
  }
}
