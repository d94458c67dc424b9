package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Body;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Script;

/** Servers that are not what the URL says: each is refused with a code of its own. */
class StrangeServerTest {

  private static final int NEGLIGIBLE_BYTES = 4 * 1024 * 1024;

  private static Problem refusal(String parameters, Script script) {
    try (FakeServer server = FakeServer.saying(script)) {
      return Sessions.refusal(() -> Wire.open(server.url(parameters)));
    }
  }

  private static String code(Script script) {
    return refusal("sslmode=disable", script).code().code();
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    assertEquals("SQLX627", Sessions.code(() -> Wire.open("postgresql://u@127.0.0.1:" + port)));
  }

  @Test
  void anUnknownHostIsUnreachable() {
    assertEquals("SQLX627", Sessions.code(() -> Wire.open("postgresql://u@nowhere.invalid/db")));
  }

  @Test
  void aServerWithoutTlsIsRefusedWhereTlsIsRequired() {
    for (String mode : new String[] {"require", "verify-ca", "verify-full"}) {
      Problem problem =
          refusal(
              "sslmode=" + mode,
              client -> {
                client.untagged();
                client.raw(new byte[] {'N'});
              });
      assertEquals("SQLX628", problem.code().code());
      assertTrue(problem.hint().orElseThrow().contains("sslmode=disable"), problem.toString());
    }
  }

  @Test
  void wordsBeforeEncryptionAreNotTakenForEncryptedOnes() {
    Problem problem =
        refusal(
            "sslmode=require",
            client -> {
              client.untagged();
              client.raw("SZZZZ".getBytes(StandardCharsets.US_ASCII));
            });
    assertEquals("SQLX633", problem.code().code());
  }

  @Test
  void aDemandForKerberosIsUnsupported() {
    Problem problem =
        refusal(
            "sslmode=disable",
            client -> {
              client.untagged();
              client.authentication(7, new byte[0]);
            });
    assertEquals("SQLX630", problem.code().code());
    assertTrue(problem.detail().contains("7"), problem.detail());
  }

  @Test
  void aServerThatIsTooOldIsNamedWithItsVersion() {
    Problem problem = refusal("sslmode=disable", client -> client.welcome("9.6.24"));
    assertEquals("SQLX632", problem.code().code());
    assertTrue(problem.detail().contains("9.6.24"), problem.detail());
    assertEquals("SQLX632", code(client -> client.welcome("13.22 (Debian 13.22-1)")));
  }

  @Test
  void whatSpeaksAnotherProtocolIsTold() {
    for (String banner :
        List.of(
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html>",
            "220 mail.example ESMTP\r\n")) {
      for (String mode : List.of("disable", "prefer", "require")) {
        assertEquals("SQLX633", refusal("sslmode=" + mode, saying(banner)).code().code(), mode);
      }
    }
  }

  /**
   * Its first letter is a message that may come, and a yes to encryption; then nothing is right.
   */
  @Test
  void whatBeginsLikeThisProtocolIsRefusedForWhatFollows() {
    Script secureShell = saying("SSH-2.0-OpenSSH_9.2p1\r\n");
    assertEquals("SQLX634", code(secureShell));
    for (String mode : List.of("prefer", "require")) {
      String code = refusal("sslmode=" + mode, secureShell).code().code();
      assertTrue(List.of("SQLX629", "SQLX633").contains(code), mode + ": " + code);
    }
  }

  private static Script saying(String banner) {
    return client -> client.raw(banner.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aServerThatSaysNothingIsGivenUpInTime() {
    try (FakeServer server = FakeServer.saying(FakeServer.Client::listen)) {
      Problem problem =
          Sessions.refusal(() -> Wire.open(server.url(), Deadline.in(Duration.ofMillis(100))));
      assertEquals("SQLX627", problem.code().code());
      assertTrue(problem.detail().contains("in time"), problem.detail());
      assertEquals("SQLX627", Sessions.code(() -> Wire.open(server.url("connect_timeout=1"))));
    }
  }

  @Test
  void aServerThatHangsUpRefusesTheConnection() {
    assertEquals("SQLX635", code(client -> {}));
    assertEquals("SQLX635", code(FakeServer.Client::untagged));
    assertEquals("SQLX635", refusal("sslmode=require", client -> {}).code().code());
  }

  @Test
  void twoGigabytesAreNotWaitedFor() {
    long before = allocated();
    Problem problem =
        refusal(
            "sslmode=disable",
            client -> {
              client.untagged();
              client.announce('E', Integer.MAX_VALUE - 4);
              client.listen();
            });
    assertEquals("SQLX634", problem.code().code());
    assertTrue(allocated() - before < NEGLIGIBLE_BYTES, "memory was taken for it");
  }

  @Test
  void nobodyIsListenedToForLongBeforeHeHasProvenHimself() {
    long before = allocated();
    String code =
        code(
            client -> {
              client.untagged();
              client.announce('E', 1_000_000_000);
              byte[] much = new byte[1024 * 1024];
              while (true) {
                client.raw(much);
              }
            });
    assertEquals("SQLX634", code);
    assertTrue(allocated() - before < NEGLIGIBLE_BYTES, "memory was taken for it");
  }

  @Test
  void aLengthBelowItsOwnIsMalformed() {
    String code =
        code(
            client -> {
              client.untagged();
              client.raw(new Body().bytes(new byte[] {'R'}).number(3).made());
            });
    assertEquals("SQLX624", code);
  }

  @Test
  void aMessageThatEndsTooEarlyIsMalformed() {
    String code =
        code(
            client -> {
              client.untagged();
              client.send('R', new byte[] {0, 0});
            });
    assertTrue(code.equals("SQLX624") || code.equals("SQLX633"), code);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
