package org.sqlxos.wirepack.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Replies that no sound server gives end in a problem, take no memory and hang nobody. */
class StrangeRepliesTest {

  private static final Set<String> DECLARED = Set.of("SQLX611", "SQLX624", "SQLX633", "SQLX634");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$5\r\nabc",
        "$-2\r\n",
        "$99999999999999\r\n",
        "$2000000000\r\nx",
        "*2000000000\r\n",
        "*-5\r\n",
        "%1000000000\r\n+a\r\n",
        "*1\r\n",
        ":12x\r\n",
        "?what\r\n",
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        "#x\r\n",
        ",1..2\r\n",
        "|1\r\n+a\r\n",
        "$\r\n\r\n",
        "DEEP"
      })
  void isAProblem(String reply) throws IOException {
    String bytes = reply.equals("DEEP") ? "*1\r\n".repeat(100_000) + ":1\r\n" : reply;
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = Thread.ofVirtual().start(() -> serve(listening, bytes));
      try (Session session =
          Pack.connect("redis://127.0.0.1:" + listening.getLocalPort() + "?connect_timeout=5s")) {
        String code = Sessions.code(() -> Pack.rows(session, "GET a"));
        assertTrue(DECLARED.contains(code), code + " for " + reply);
        assertFalse(session.usable() && !code.equals("SQLX624"), "nothing after it is trusted");
      }
      server.interrupt();
    }
  }

  private static void serve(ServerSocket listening, String reply) {
    try (Socket socket = listening.accept()) {
      OutputStream out = socket.getOutputStream();
      socket.getInputStream().read(new byte[4096]);
      out.write("%1\r\n+version\r\n+7.0.0\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      socket.getInputStream().read(new byte[4096]);
      out.write(reply.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // The client has had enough.
      return;
    }
  }
}
