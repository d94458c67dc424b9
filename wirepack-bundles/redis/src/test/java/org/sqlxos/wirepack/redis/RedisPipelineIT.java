package org.sqlxos.wirepack.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.server.RedisServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Pipelining;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.database.PooledDatabase;

/** Many commands that are sent before the first reply is read, on a real server. */
class RedisPipelineIT {

  private static RedisServer server;
  private static PooledDatabase database;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start();
    database =
        PooledDatabase.connect(
            "shop", ConnectionUrl.parse(server.url() + "?pool_max=1"), Pack.made());
  }

  @AfterAll
  static void stop() throws IOException {
    database.drain();
    server.close();
  }

  private static List<Cursor> pipeline(Session session, TargetStatement... statements) {
    return ((Pipelining) session).pipeline(List.of(statements), Sessions.soon());
  }

  private static String only(Cursor cursor) {
    assertTrue(cursor.next());
    return cursor.getText(0);
  }

  @Test
  void answersComeInTheOrderOfTheStatements() {
    try (Session session = database.borrow(Access.WRITE, Sessions.soon())) {
      List<TargetStatement> statements = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        statements.add(Pack.command("SET $1 $2", "k" + i, "v" + i));
        statements.add(Pack.command("GET $1", "k" + i));
      }
      List<Cursor> answers = ((Pipelining) session).pipeline(statements, Sessions.soon());

      assertEquals(10_000, answers.size());
      for (int i = 4_999; i >= 0; i--) {
        assertEquals("v" + i, only(answers.get(2 * i + 1)));
        assertEquals("OK", only(answers.get(2 * i)));
      }
    }
  }

  @Test
  void whatIsSentTogetherTakesFewPackets() {
    try (Session session = database.borrow(Access.WRITE, Sessions.soon())) {
      long before = reads(session);
      TargetStatement[] pings = new TargetStatement[200];
      java.util.Arrays.fill(pings, Pack.command("PING"));
      pipeline(session, pings);
      assertTrue(reads(session) - before < 20, "the server read " + (reads(session) - before));
    }
  }

  /** How often the server has read from its clients: it reads all that is there. */
  private static long reads(Session session) {
    return Sessions.one(session, "INFO stats")
        .toString()
        .lines()
        .filter(line -> line.startsWith("total_reads_processed:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatOneIsRefusedWithDoesNotKeepTheOthersFromRunning() {
    try (Session session = database.borrow(Access.WRITE, Sessions.soon())) {
      List<Cursor> answers =
          pipeline(
              session,
              Pack.command("SET a 1"),
              Pack.command("LPUSH a x"),
              Pack.command("SET a $1", (Object) null),
              Pack.command("GET a"));

      assertEquals("OK", only(answers.get(0)));
      assertEquals("SQLX693", Sessions.code(answers.get(1)::next));
      assertEquals("SQLX644", Sessions.code(answers.get(2)::next));
      assertEquals("1", only(answers.get(3)));
      assertEquals(List.of(List.of("1")), Pack.rows(session, "GET a"), "the session goes on");
    }
  }

  @Test
  void largeAnswersDoNotStandStill() {
    String large = "x".repeat(1_000_000);
    try (Session session = database.borrow(Access.WRITE, Sessions.soon())) {
      session.execute(Pack.command("SET large $1", large), Sessions.soon());
      TargetStatement[] reads = new TargetStatement[50];
      java.util.Arrays.fill(reads, Pack.command("GET large"));
      for (Cursor answer : pipeline(session, reads)) {
        assertEquals(large.length(), only(answer).length());
      }
    }
  }

  @Test
  void nothingIsNoPipeline() {
    try (Session session = database.borrow(Access.WRITE, Sessions.soon())) {
      assertEquals(List.of(), pipeline(session));
    }
  }

  @Test
  void aServerThatEndsLeavesAWriteUnknown() throws IOException {
    RedisServer mortal = RedisServer.start();
    PooledDatabase mortals =
        PooledDatabase.connect("short", ConnectionUrl.parse(mortal.url()), Pack.made());
    try (Session session = mortals.borrow(Access.WRITE, Sessions.soon())) {
      Pack.rows(session, "PING");
      mortal.kill();
      String code =
          Sessions.code(() -> pipeline(session, Pack.command("SET a 1"), Pack.command("GET a")));
      assertEquals("SQLX660", code);
    } finally {
      mortals.drain();
      mortal.close();
    }
  }

  @Test
  void writersShareTheOnlyConnection() {
    try (Session one = database.borrow(Access.WRITE, Sessions.soon());
        Session two = database.borrow(Access.WRITE, Sessions.soon())) {
      Pack.rows(one, "SET both 1");
      assertEquals(List.of(List.of("1")), Pack.rows(two, "GET both"));
    }
  }
}
