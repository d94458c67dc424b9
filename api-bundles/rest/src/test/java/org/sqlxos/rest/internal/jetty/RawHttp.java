package org.sqlxos.rest.internal.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sqlxos.rest.internal.request.RestProblem;

/** What came back for octets that no HTTP client would send. */
public record RawHttp(String head, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sends octets, one a character, and reads until the server ends the connection. */
  public static RawHttp send(int port, String octets) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = socket.getInputStream().readAllBytes();
      String[] parts = new String(answer, StandardCharsets.UTF_8).split("\r\n\r\n", 2);
      return new RawHttp(parts[0], parts.length == 1 ? "" : parts[1]);
    }
  }

  /** A GET after which the server closes. */
  public static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  }

  public void assertProblem(RestProblem problem) throws IOException {
    assertTrue(head.startsWith("HTTP/1.1 " + problem.status() + " "), head);
    assertTrue(head.contains("\r\nContent-Type: application/problem+json"), head);
    assertFalse(head.toLowerCase(Locale.ROOT).contains("\r\nserver:"), head);
    JsonNode document = JSON.readTree(body);
    assertEquals(problem.code(), document.path("code").asText(), body);
    assertEquals(problem.status(), document.path("status").asInt(), body);
    assertEquals(problem.title(), document.path("title").asText(), body);
  }
}
