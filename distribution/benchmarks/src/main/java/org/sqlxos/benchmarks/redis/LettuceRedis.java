package org.sqlxos.benchmarks.redis;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;

/**
 * Lettuce: callers share one thread-safe connection. Whoever fills a pipeline has a connection of
 * its own, for holding back and flushing is a matter of the connection.
 */
final class LettuceRedis implements RedisClient {

  private final io.lettuce.core.RedisClient client;
  private final StatefulRedisConnection<String, String> shared;
  private final Spares<StatefulRedisConnection<String, String>> own;

  LettuceRedis(String url) {
    this.client = io.lettuce.core.RedisClient.create(url);
    this.shared = client.connect();
    this.own =
        new Spares<>(
            () -> {
              StatefulRedisConnection<String, String> connection = client.connect();
              connection.setAutoFlushCommands(false);
              return connection;
            });
  }

  @Override
  public String name() {
    return "lettuce";
  }

  @Override
  public void get() {
    int number = RedisClient.any();
    RedisClient.check(number, shared.sync().get(RedisClient.key(number)));
  }

  @Override
  public void set() {
    int number = RedisClient.any();
    shared.sync().set(RedisClient.key(number), RedisClient.value(number));
  }

  @Override
  public void pipeline() throws Exception {
    StatefulRedisConnection<String, String> connection = own.take();
    RedisAsyncCommands<String, String> commands = connection.async();
    int[] numbers = new int[PIPELINE];
    RedisFuture<?>[] answers = new RedisFuture<?>[PIPELINE];
    for (int i = 0; i < PIPELINE; i++) {
      int number = RedisClient.any();
      numbers[i] = number;
      answers[i] =
          i % 2 == 0
              ? commands.set(RedisClient.key(number), RedisClient.value(number))
              : commands.get(RedisClient.key(number));
    }
    connection.flushCommands();
    if (!LettuceFutures.awaitAll(Duration.ofSeconds(30), answers)) {
      throw new IllegalStateException("no answer");
    }
    for (int i = 0; i < PIPELINE; i++) {
      if (i % 2 == 1) {
        RedisClient.check(numbers[i], answers[i].get());
      } else if (!"OK".equals(answers[i].get())) {
        throw new IllegalStateException("not written");
      }
    }
    own.giveBack(connection);
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
  }
}
