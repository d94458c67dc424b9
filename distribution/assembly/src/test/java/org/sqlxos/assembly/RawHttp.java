package org.sqlxos.assembly;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Octets sent to a node as they are, and what it answers: what no proper client would send. */
final class RawHttp {

  private static final int TIMEOUT_MILLIS = 20_000;

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param status 0 if the connection was closed without an answer
   */
  record Answer(int status, String head, String body) {

    boolean isProblem() {
      return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
    }
  }

  /** Sends text as Latin-1, so that each character is one octet, and reads to the end. */
  static Answer send(URI base, String octets) throws IOException {
    return send(base, octets.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Answer send(URI base, byte[] octets) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      try {
        socket.getOutputStream().write(octets);
        socket.shutdownOutput();
      } catch (SocketException e) {
        // It did not want to hear all of it; the answer may be there already.
      }
      return parse(received(socket));
    }
  }

  private static String received(Socket socket) throws IOException {
    StringBuilder received = new StringBuilder();
    byte[] part = new byte[8_192];
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(part)) {
        received.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException e) {
      // Reset after the answer, for what we sent was not read.
    }
    return received.toString();
  }

  private static Answer parse(String received) {
    if (!received.startsWith("HTTP/1.")) {
      return new Answer(0, "", received);
    }
    int end = received.indexOf("\r\n\r\n");
    int status = Integer.parseInt(received.substring(9, 12));
    return end < 0
        ? new Answer(status, received, "")
        : new Answer(status, received.substring(0, end), received.substring(end + 4));
  }
}
