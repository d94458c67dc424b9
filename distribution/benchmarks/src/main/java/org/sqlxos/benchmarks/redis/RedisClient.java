package org.sqlxos.benchmarks.redis;

import java.util.concurrent.ThreadLocalRandom;

/** A client as its manual says it is used by many callers. */
interface RedisClient extends AutoCloseable {

  int KEYS = 10_000;

  /** Commands in one pipeline, half of them SET and half of them GET. */
  int PIPELINE = 100;

  static String key(int number) {
    return "key:" + number;
  }

  static String value(int number) {
    return "the value of the key with the number " + number;
  }

  static int any() {
    return ThreadLocalRandom.current().nextInt(KEYS);
  }

  /** Throws if something else was read than was written. */
  static void check(int number, Object read) {
    if (!value(number).equals(read)) {
      throw new IllegalStateException("key %d: read '%s'".formatted(number, read));
    }
  }

  String name();

  /** Reads a key. */
  void get();

  /** Writes a key. */
  void set();

  /** Writes and reads keys in one pipeline. */
  void pipeline() throws Exception;

  @Override
  void close();
}
