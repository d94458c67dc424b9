package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Servers that are another one, too old, broken, or hostile: each has its code. */
class StrangeServerTest {

  private static final int BEFORE_EOF_WENT = FakeServer.CAPABILITIES & ~0x0100_0000;

  static String code(FakeServer.Script script) {
    return code(script, "sslmode=disable&connect_timeout=3");
  }

  private static String code(FakeServer.Script script, String parameters) {
    try (FakeServer server = new FakeServer(script)) {
      Problem problem = Sessions.refusal(() -> Wire.open(server.url(parameters)).close());
      assertFalse(problem.toString().contains("s3cret"), problem::toString);
      return problem.code().code();
    }
  }

  private static FakeServer.Script saying(String text) {
    return client -> {
      client.write(text.getBytes(StandardCharsets.ISO_8859_1));
      client.listen();
    };
  }

  @Test
  void whatSpeaksAnotherProtocolIsTold() {
    assertEquals("SQLX633", code(saying("HTTP/1.1 400 Bad Request\r\n\r\n")));
    assertEquals("SQLX633", code(saying("SSH-2.0-OpenSSH_9.2p1\r\n")));
    assertEquals("SQLX633", code(saying("220 mail.example ESMTP\r\n")));
    assertEquals("SQLX633", code(client -> client.send(0, new byte[] {42, 'a', 0, 3})));
    assertEquals("SQLX624", code(client -> client.send(0, new byte[] {42, 'a', 'b', 'c'})));
    assertEquals("SQLX633", code(client -> client.send(0, new byte[0])));
  }

  @Test
  void aSilentServerIsNotWaitedForLong() {
    assertEquals("SQLX627", code(FakeServer.Client::listen, "sslmode=disable&connect_timeout=1"));
    assertEquals(
        "SQLX609",
        code(
            client -> {
              client.letIn(FakeServer.CAPABILITIES);
              client.listen();
            },
            "sslmode=disable&connect_timeout=1"));
  }

  @Test
  void aPortWhereNobodyListensAndAnUnknownHostAreUnreachable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertEquals("SQLX627", Sessions.code(() -> Wire.open("mysql://u@127.0.0.1:" + port + "/d")));
    assertEquals("SQLX627", Sessions.code(() -> Wire.open("mysql://u@nowhere.invalid/d")));
  }

  @Test
  void aServerThatHangsUpIsTold() {
    assertEquals("SQLX635", code(client -> {}));
    assertEquals(
        "SQLX635",
        code(
            client ->
                client.send(0, FakeServer.greeting(10, FakeServer.CAPABILITIES, "anything"))));
  }

  @Test
  void aServerThatIsTooOldIsTold() {
    assertEquals(
        "SQLX632",
        code(
            client -> {
              client.send(0, "\t3.21.0\0abcdefgh1234".getBytes(StandardCharsets.US_ASCII));
              client.listen();
            }));
    assertEquals(
        "SQLX632",
        code(
            client -> {
              client.send(0, FakeServer.greeting(10, BEFORE_EOF_WENT, "mysql_native_password"));
              client.listen();
            }));
  }

  @Test
  void aServerThatIsFullSaysSoBeforeItGreets() {
    byte[] full = "\377\020\004Too many connections".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("SQLX608", code(client -> client.send(0, full)));
  }

  @Test
  void noTlsWhereItIsDemandedIsTold() {
    assertEquals(
        "SQLX628",
        code(
            client -> {
              client.send(0, FakeServer.greeting(10, FakeServer.CAPABILITIES, "any"));
              client.listen();
            },
            "sslmode=require"));
  }

  private static FakeServer.Script switching(byte[] question) {
    return client -> {
      client.send(0, FakeServer.greeting(10, FakeServer.CAPABILITIES, "mysql_native_password"));
      client.receive();
      client.send(2, question);
      client.listen();
    };
  }

  private static byte[] question(String plugin) {
    return ("\376" + plugin + "\00012345678901234567890\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void unknownWaysToAuthenticateAreTold() {
    assertEquals("SQLX630", code(switching(question("authentication_kerberos_client"))));
    assertEquals("SQLX630", code(switching(new byte[] {(byte) 0xfe})));
  }

  @Test
  void thePasswordInClearTextGoesOverTlsOnly() {
    assertEquals("SQLX630", code(switching(question("mysql_clear_password"))));
  }

  @Test
  void anUnknownDefaultIsAnsweredOnceWithOneThatIsKnown() {
    CompletableFuture<byte[]> answered = new CompletableFuture<>();
    code(
        client -> {
          client.send(0, FakeServer.greeting(10, FakeServer.CAPABILITIES, "something_new"));
          client.receive();
          client.send(2, question("something_newer"));
          answered.complete(client.in().readAllBytes());
        });
    assertArrayEquals(new byte[0], answered.join());
  }

  /** Content with everything that is sent until the session is open; then plays the script. */
  static FakeServer.Script ready(FakeServer.Script then) {
    return client -> {
      client.letIn(FakeServer.CAPABILITIES);
      client.receive();
      client.send(1, FakeServer.OK);
      client.receive();
      then.run(client);
    };
  }

  @Test
  void aServerThatAsksForAFileGetsAnEmptyOne() {
    CompletableFuture<byte[]> sent = new CompletableFuture<>();
    byte[] error = "\377\001\004#42000no file".getBytes(StandardCharsets.ISO_8859_1);
    FakeServer.Script script =
        ready(
            client -> {
              client.send(1, "\373/etc/passwd".getBytes(StandardCharsets.ISO_8859_1));
              sent.complete(client.receive());
              client.send(3, error);
              client.listen();
            });
    try (FakeServer server = new FakeServer(script);
        Session session = Wire.open(server.url("sslmode=disable"))) {
      Sessions.refusal(() -> Sessions.run(session, "LOAD DATA LOCAL INFILE 'x' INTO TABLE y"));
      assertEquals(0, sent.join().length);
      assertTrue(session.usable());
    }
  }

  @Test
  void aMessageThatIsCutOffLosesTheSession() {
    FakeServer.Script script = ready(client -> client.write(new byte[] {9, 0, 0, 1, 0, 0}));
    try (FakeServer server = new FakeServer(script);
        Session session = Wire.open(server.url("sslmode=disable"))) {
      assertEquals("SQLX611", Sessions.code(() -> Sessions.run(session, "DO 1")));
      assertFalse(session.usable());
    }
  }

  @Test
  void aMessageThatBelongsNowhereEndsTheSession() {
    FakeServer.Script script =
        ready(
            client -> {
              client.send(1, new byte[0]);
              client.listen();
            });
    try (FakeServer server = new FakeServer(script);
        Session session = Wire.open(server.url("sslmode=disable"))) {
      assertEquals("SQLX633", Sessions.code(() -> Sessions.run(session, "DO 1")));
      assertFalse(session.usable());
    }
  }
}
