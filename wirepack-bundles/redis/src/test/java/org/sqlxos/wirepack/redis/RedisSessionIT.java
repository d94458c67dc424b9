package org.sqlxos.wirepack.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.server.RedisServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.testkit.tls.TestAuthority;
import org.sqlxos.testkit.tls.TestAuthority.Validity;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** Sessions on a real server. */
class RedisSessionIT {

  private static RedisServer server;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() {
    try (Session session = Pack.connect(server.url())) {
      session.execute(Pack.command("FLUSHALL"), Sessions.soon());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?protocol=2"})
  void repliesOfEachKindAreRows(String options) {
    try (Session session = Pack.connect(server.url() + options)) {
      assertEquals(List.of(List.of("OK")), Pack.rows(session, "SET $1 $2", "a", "1"));
      assertEquals(List.of(List.of("1")), Pack.rows(session, "GET a"));
      assertEquals(List.of(), Pack.rows(session, "GET nothing"));
      assertEquals(List.of(List.of(2L)), Pack.rows(session, "RPUSH l x \"y z\""));
      assertEquals(List.of(List.of("x"), List.of("y z")), Pack.rows(session, "LRANGE l 0 -1"));
      assertEquals(1, session.execute(Pack.command("DEL a"), Sessions.soon()));
    }
  }

  @Test
  void bytesThatAreNoTextComeBackAsTheyWere() {
    byte[] bytes = {0, (byte) 0xff, '\r', '\n', 0x1f};
    try (Session session = Pack.connect(server.url())) {
      Pack.rows(session, "SET $1 $2", "b", bytes);
      assertArrayEquals(bytes, (byte[]) Pack.rows(session, "GET b").getFirst().getFirst());
    }
  }

  @Test
  void whatIsNestedIsJson() {
    try (Session session = Pack.connect(server.url())) {
      Pack.rows(session, "XADD s 1-1 a b");
      assertEquals(List.of(List.of("1-1", "[\"a\",\"b\"]")), Pack.rows(session, "XRANGE s - +"));
    }
  }

  @Test
  void errorsHaveKinds() {
    try (Session session = Pack.connect(server.url())) {
      Pack.rows(session, "SET a 1");
      assertEquals("SQLX693", Sessions.code(() -> Pack.rows(session, "LPUSH a x")));
      assertEquals("SQLX613", Sessions.code(() -> Pack.rows(session, "NOSUCHCOMMAND")));
      assertEquals("SQLX692", Sessions.code(() -> Pack.rows(session, "SET \"a")));
      assertEquals("SQLX692", Sessions.code(() -> Pack.rows(session, "SET a $2", "x")));
      assertEquals("SQLX644", Sessions.code(() -> Pack.rows(session, "SET a $1", (Object) null)));
      assertEquals("SQLX710", Sessions.code(() -> session.begin(Access.WRITE, Sessions.soon())));
      assertEquals("SQLX650", Sessions.code(() -> session.commit(Sessions.soon())));
      assertEquals("SQLX650", Sessions.code(() -> session.savepoint(Sessions.soon())));
      assertEquals(List.of(List.of("1")), Pack.rows(session, "GET a"), "the session goes on");
    }
  }

  @Test
  void manySessionsOnOneConnectionGetTheirOwnReplies() throws Exception {
    try (Session session = Pack.connect(server.url());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          callers.invokeAll(
              IntStream.range(0, 500)
                  .<Callable<Boolean>>mapToObj(
                      i ->
                          () -> {
                            try (Session shared = ((Multiplexed) session).share()) {
                              Pack.rows(shared, "SET $1 $2", "k" + i, "v" + i);
                              return List.of(List.of("v" + i))
                                  .equals(Pack.rows(shared, "GET $1", "k" + i));
                            }
                          })
                  .toList());
      for (Future<Boolean> answer : answers) {
        assertTrue(answer.get());
      }
    }
  }

  @Test
  void aKeySpaceIsListedInParts() {
    try (Session session = Pack.connect(server.url())) {
      for (int i = 0; i < 2_500; i++) {
        session.execute(Pack.command("SET $1 $2", "key:" + i, "v"), Sessions.soon());
      }
      List<Object> keys = new ArrayList<>();
      Pack.rows(session, "sqlx.list string 100 \"\" 0").forEach(row -> keys.add(row.getFirst()));
      assertEquals(2_500, keys.stream().distinct().count());
      assertEquals(
          11, Pack.rows(session, "sqlx.list string 100 key:124* 0").stream().distinct().count());
    }
  }

  @Test
  void whatOthersPublishIsTold() {
    try (Session listener = Pack.connect(server.url());
        Session teller = Pack.connect(server.url())) {
      Pack.rows(listener, "SUBSCRIBE news");
      assertEquals(1, teller.execute(Pack.command("PUBLISH news $1", "hello"), Sessions.soon()));
      assertEquals(
          new Notification("news", "hello", 0),
          listener.notification(Sessions.soon()).orElseThrow());
    }
  }

  @Test
  void aSecondDatabaseIsAnother() {
    try (Session first = Pack.connect(server.url());
        Session second = Pack.connect(server.url() + "/1")) {
      Pack.rows(first, "SET a 1");
      assertEquals(List.of(), Pack.rows(second, "GET a"));
      assertEquals("SQLX626", Sessions.code(() -> Pack.connect(server.url() + "/99")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?protocol=2"})
  void usersAreAskedWhoTheyAre(String options) throws IOException {
    try (RedisServer guarded =
        RedisServer.start(
            "--requirepass", "secret", "--user", "ada", "on", ">enchantress", "~*", "+@all")) {
      String place = "127.0.0.1:" + guarded.port() + options;
      for (String login : List.of(":secret@", "default:secret@", "ada:enchantress@")) {
        try (Session session = Pack.connect("redis://" + login + place)) {
          assertEquals(List.of(List.of("PONG")), Pack.rows(session, "PING"));
        }
      }
      assertEquals("SQLX625", Sessions.code(() -> Pack.connect("redis://ada:wrong@" + place)));
      assertEquals("SQLX625", Sessions.code(() -> Pack.connect("redis://:wrong@" + place)));
    }
  }

  @Test
  void theOtherSchemeIsEncryptedAndTheServerProven(@TempDir Path directory) throws IOException {
    TestAuthority authority = TestAuthority.create(directory);
    authority.issue("server", Validity.NOW);
    try (RedisServer encrypted =
        RedisServer.start(
            "--port",
            "0",
            "--tls-port",
            "{port}",
            "--tls-auth-clients",
            "no",
            "--tls-cert-file",
            authority.certificate("server").toString(),
            "--tls-key-file",
            authority.key("server").toString(),
            "--tls-ca-cert-file",
            authority.certificate().toString())) {
      String url = "rediss://127.0.0.1:" + encrypted.port();
      try (Session session = Pack.connect(url + "?sslrootcert=" + authority.certificate())) {
        assertEquals(List.of(List.of("PONG")), Pack.rows(session, "PING"));
      }
      assertEquals("SQLX629", Sessions.code(() -> Pack.connect(url)), "who has issued it?");
    }
  }

  @Test
  void aServerThatEndsLosesTheSession() throws IOException {
    RedisServer mortal = RedisServer.start();
    try (Session session = Pack.connect(mortal.url())) {
      mortal.kill();
      assertEquals("SQLX611", Sessions.code(() -> Pack.rows(session, "BLPOP nothing 0")));
      assertFalse(session.usable());
    } finally {
      mortal.close();
    }
  }
}
