package org.sqlxos.wirepack.mongodb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.session.Sessions;

/** Replies that no sound server gives end in a problem, take no memory and hang nobody. */
class StrangeRepliesTest {

  private static final Set<String> DECLARED =
      Set.of("SQLX611", "SQLX624", "SQLX633", "SQLX634", "SQLX635");

  /** Behind the header, the flags and the kind of the section. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "05000000",
        "ffffff7f00",
        "0400000000",
        "0500000001",
        "0c0000001061000100000000",
        "0c00000010610001000000",
        "0e00000002610002000000610000",
        "0e00000002610000000000610000",
        "0e000000026100ffffff7f610000",
        "0c000000776100010000000000",
        "0d0000000361000500000001000000",
        "0d00000005610001000000000000"
      })
  void isAProblem(String document) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(document);
    byte[] message = new byte[21 + bytes.length];
    message[0] = (byte) message.length;
    message[12] = (byte) 0xdd;
    message[13] = 7;
    System.arraycopy(bytes, 0, message, 21, bytes.length);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(listening, message));
      String url = "mongodb://127.0.0.1:" + listening.getLocalPort() + "/x?connect_timeout=5s";
      String code = Sessions.code(() -> Pack.connect(url));
      assertTrue(DECLARED.contains(code) || code.equals("SQLX613"), code + " for " + document);
    }
  }

  private static void serve(ServerSocket listening, byte[] message) {
    try (Socket socket = listening.accept()) {
      socket.getInputStream().read(new byte[4096]);
      OutputStream out = socket.getOutputStream();
      out.write(message);
      out.flush();
    } catch (IOException e) {
      // The client has had enough.
      return;
    }
  }
}
