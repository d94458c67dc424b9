package org.sqlxos.benchmarks.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlxos.benchmarks.ProductPack;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Pipelining;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.database.PooledDatabase;

/** Ours: all callers on the one connection of a pool. */
final class OursRedis implements RedisClient {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<ResultColumn> VALUE =
      List.of(new ResultColumn("value", UniversalType.ANY));

  private final PooledDatabase database;

  OursRedis(String url) {
    this.database =
        PooledDatabase.connect(
            "bench", ConnectionUrl.parse(url + "?pool_max=1"), ProductPack.of("redis"));
  }

  @Override
  public String name() {
    return "ours";
  }

  private static TargetStatement read(int number) {
    return new TargetStatement("GET $1", List.of(RedisClient.key(number)), VALUE, false);
  }

  private static TargetStatement write(int number) {
    return new TargetStatement(
        "SET $1 $2", List.of(RedisClient.key(number), RedisClient.value(number)), List.of(), true);
  }

  private static void check(int number, Cursor cursor) {
    if (!cursor.next()) {
      throw new IllegalStateException("there is no key " + number);
    }
    RedisClient.check(number, cursor.getText(0));
  }

  @Override
  public void get() {
    int number = RedisClient.any();
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor cursor = session.query(read(number), deadline)) {
      check(number, cursor);
    }
  }

  @Override
  public void set() {
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session = database.borrow(Access.WRITE, deadline)) {
      session.execute(write(RedisClient.any()), deadline);
    }
  }

  @Override
  public void pipeline() {
    int[] numbers = new int[PIPELINE];
    List<TargetStatement> statements = new ArrayList<>(PIPELINE);
    for (int i = 0; i < PIPELINE; i++) {
      numbers[i] = RedisClient.any();
      statements.add(i % 2 == 0 ? write(numbers[i]) : read(numbers[i]));
    }
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session = database.borrow(Access.WRITE, deadline)) {
      List<Cursor> answers = ((Pipelining) session).pipeline(statements, deadline);
      for (int i = 0; i < PIPELINE; i++) {
        Cursor answer = answers.get(i);
        if (i % 2 == 1) {
          check(numbers[i], answer);
        } else if (!answer.next() || !answer.getText(0).equals("OK")) {
          throw new IllegalStateException("not written");
        }
      }
    }
  }

  @Override
  public void close() {
    database.drain();
  }
}
