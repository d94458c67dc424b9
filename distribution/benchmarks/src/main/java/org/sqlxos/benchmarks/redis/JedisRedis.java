package org.sqlxos.benchmarks.redis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Response;

/** Jedis: a pool of {@value #CONNECTIONS} connections, one for each caller at a time. */
final class JedisRedis implements RedisClient {

  private static final int CONNECTIONS = 16;

  private final JedisPooled jedis;

  JedisRedis(String url) {
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMinIdle(CONNECTIONS);
    this.jedis = new JedisPooled(pool, url);
  }

  @Override
  public String name() {
    return "jedis";
  }

  @Override
  public void get() {
    int number = RedisClient.any();
    RedisClient.check(number, jedis.get(RedisClient.key(number)));
  }

  @Override
  public void set() {
    int number = RedisClient.any();
    jedis.set(RedisClient.key(number), RedisClient.value(number));
  }

  @Override
  public void pipeline() {
    int[] numbers = new int[PIPELINE];
    List<Response<String>> answers = new ArrayList<>(PIPELINE);
    try (AbstractPipeline pipeline = jedis.pipelined()) {
      for (int i = 0; i < PIPELINE; i++) {
        int number = RedisClient.any();
        numbers[i] = number;
        answers.add(
            i % 2 == 0
                ? pipeline.set(RedisClient.key(number), RedisClient.value(number))
                : pipeline.get(RedisClient.key(number)));
      }
      pipeline.sync();
    }
    for (int i = 0; i < PIPELINE; i++) {
      if (i % 2 == 1) {
        RedisClient.check(numbers[i], answers.get(i).get());
      } else if (!answers.get(i).get().equals("OK")) {
        throw new IllegalStateException("not written");
      }
    }
  }

  @Override
  public void close() {
    jedis.close();
  }
}
