package org.sqlxos.benchmarks.redis;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sqlxos.benchmarks.turns.Comparison;
import org.sqlxos.benchmarks.turns.TurnSettings;
import org.sqlxos.benchmarks.turns.Turns;
import org.sqlxos.benchmarks.wire.contestant.JarVersion;
import org.sqlxos.benchmarks.wire.work.BlockingWork;
import org.sqlxos.testkit.server.RedisServer;

/** Single commands and pipelines of 1, 16 and 256 callers, on Debian's Redis. */
public final class RedisBenchmark {

  private static final int[] CALLERS = {1, 16, 256};

  private RedisBenchmark() {}

  @SuppressWarnings("SystemOut")
  static void main(String... arguments) throws Exception {
    run(TurnSettings.parse(List.of(arguments)), System.out);
    // Threads of a client that did not close must not hold up the end.
    System.exit(0);
  }

  /** Runs and prints. */
  public static void run(TurnSettings settings, PrintStream out) throws Exception {
    try (RedisServer server = RedisServer.start();
        RedisClient ours = new OursRedis(server.url());
        RedisClient lettuce = new LettuceRedis(server.url());
        RedisClient jedis = new JedisRedis(server.url())) {
      fill(server);
      new Turns(settings, out).run(comparisons(List.of(ours, lettuce, jedis)));
      out.printf(
          "# lettuce-core %s, jedis %s; Redis, no TLS, 127.0.0.1%n",
          JarVersion.of("lettuce-core"), JarVersion.of("jedis"));
    }
  }

  private static void fill(RedisServer server) {
    try (redis.clients.jedis.JedisPooled jedis =
        new redis.clients.jedis.JedisPooled(server.url())) {
      for (int i = 0; i < RedisClient.KEYS; i++) {
        jedis.set(RedisClient.key(i), RedisClient.value(i));
      }
    }
  }

  private static List<Comparison> comparisons(List<RedisClient> clients) {
    List<Comparison> all = new ArrayList<>();
    for (int callers : CALLERS) {
      all.add(comparison("get", callers, clients, client -> client::get));
    }
    for (int callers : CALLERS) {
      all.add(comparison("set", callers, clients, client -> client::set));
    }
    for (int callers : new int[] {1, 16}) {
      all.add(
          comparison(
              "pipeline, %d commands".formatted(RedisClient.PIPELINE),
              callers,
              clients,
              client -> client::pipeline));
    }
    return all;
  }

  private static Comparison comparison(
      String title,
      int callers,
      List<RedisClient> clients,
      Function<RedisClient, BlockingWork.Operation> work) {
    return new Comparison(
        "%s, callers: %d".formatted(title, callers),
        callers,
        clients.stream()
            .map(client -> new Comparison.Contender(client.name(), work.apply(client)))
            .toList());
  }
}
