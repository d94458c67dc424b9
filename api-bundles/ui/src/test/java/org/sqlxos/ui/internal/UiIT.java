package org.sqlxos.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.felix.FelixNode;

/** The bundle in a real container, asked over HTTP. */
final class UiIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir static Path storage;
  private static FelixNode node;

  @BeforeAll
  static void start() throws Exception {
    node = FelixNode.start(storage, Map.of());
    node.await("/", 200);
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
  }

  @Test
  void servesTheStartPage() {
    HttpResponse<String> answer = get("/");
    assertEquals(200, answer.statusCode());
    assertTrue(header(answer, "Content-Type").startsWith("text/html"));
    assertTrue(answer.body().contains("<title>SQLx OS</title>"));
    assertEquals("no-cache", header(answer, "Cache-Control"));
    assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
  }

  @Test
  void servesTheDocumentationPage() {
    assertTrue(get("/docs").body().contains("swagger-ui-bundle.js?v="));
    assertEquals(200, get("/docs?database=shop").statusCode());
  }

  @Test
  void compressesWhereTheClientTakesIt() throws IOException {
    HttpResponse<byte[]> answer =
        node.bytes(node.request("/ui/swagger-ui-bundle.js").header("Accept-Encoding", "gzip"));
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(answer.body().length < 700_000, "bytes: " + answer.body().length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(get("/ui/swagger-ui-bundle.js").body(), script);
    }
  }

  @Test
  void sendsAFileOnlyOnce() {
    HttpResponse<String> first = get("/ui/base.css");
    HttpResponse<String> again =
        node.send(node.request("/ui/base.css").header("If-None-Match", header(first, "ETag")));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    String version = header(first, "ETag").replace("\"", "");
    assertEquals(
        "public, max-age=31536000, immutable",
        header(get("/ui/base.css?v=" + version), "Cache-Control"));
    assertEquals("no-cache", header(get("/ui/base.css?v=other"), "Cache-Control"));
  }

  @Test
  void tellsAProgramThatThereIsNothing() {
    for (String path : new String[] {"/nothing", "/docs/", "/ui/", "/404", "/%3Cscript%3E"}) {
      HttpResponse<String> answer = get(path);
      assertEquals(404, answer.statusCode(), path);
      assertEquals("application/problem+json", header(answer, "Content-Type"));
      assertTrue(answer.body().contains("\"code\":\"SQLX160\""), answer::body);
    }
  }

  @Test
  void tellsAPersonThatThereIsNothing() {
    HttpResponse<String> answer = node.send(node.request("/nothing").header("Accept", BROWSER));
    assertEquals(404, answer.statusCode());
    assertTrue(header(answer, "Content-Type").startsWith("text/html"));
    assertTrue(answer.body().contains("There is nothing here"));
  }

  @Test
  void refusesOtherMethods() {
    HttpResponse<String> answer =
        node.send(node.request("/docs").POST(HttpRequest.BodyPublishers.ofString("x")));
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD", header(answer, "Allow"));
    assertTrue(answer.body().contains("\"code\":\"SQLX161\""), answer::body);
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<String> answer =
        node.send(node.request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  private static HttpResponse<String> get(String path) {
    return node.send(node.request(path));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
