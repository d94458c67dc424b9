package org.sqlxos.admin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.testkit.felix.FelixNode;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The bundle in a real container with the Jakarta REST whiteboard, asked over HTTP. */
final class AdminIT {

  @TempDir static Path directory;
  private static FelixNode node;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    Path data = directory.resolve("data");
    node = FelixNode.start(directory.resolve("cache"), Map.of("sqlx.data", data.toString()));
    register(Pipeline.class, Samples.pipeline(Phase.ADMIT));
    register(ConnectedDatabase.class, Samples.database("shop"));
    register(LiveCatalog.class, Samples.catalog());
    node.await("/admin/api/bundles", 401);
    token = Files.readString(data.resolve("admin.token")).strip();
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
  }

  @Test
  void refusesWhoHasNoToken() {
    for (HttpRequest.Builder request :
        List.of(
            node.request("/admin/api/bundles"),
            node.request("/admin/api/bundles").header("Authorization", "Bearer " + token + "x"),
            node.request("/admin/api/bundles?token=" + token),
            node.request("/admin/api/unknown"),
            node.request("/admin/api/bundles").DELETE())) {
      HttpResponse<String> answer = node.send(request);
      assertProblem(answer, 401, "SQLX300");
      assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
      assertFalse(answer.body().contains(token), "the answer tells the token");
    }
  }

  @Test
  void tellsTheChainInForce() {
    HttpResponse<String> answer = get("/admin/api/pipeline");
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", type(answer));
    assertTrue(answer.body().startsWith("{\"complete\":false,\"phases\":["), answer::body);
    assertTrue(
        answer
            .body()
            .contains("{\"phase\":\"ADMIT\",\"required\":true,\"missing\":true,\"stages\":[]}"),
        answer::body);
    assertTrue(answer.body().indexOf("OBSERVE") < answer.body().indexOf("EXECUTE"), answer::body);
  }

  @Test
  void tellsTheBundles() {
    HttpResponse<String> answer = get("/admin/api/bundles");
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.body().contains("\"symbolic_name\":\"org.sqlxos.platform-admin\""), answer::body);
    assertFalse(answer.body().contains("\"state\":\"installed\""), answer::body);
  }

  @Test
  void tellsTheDatabases() {
    HttpResponse<String> answer = get("/admin/api/databases");
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer
            .body()
            .startsWith(
                "{\"databases\":[{\"name\":\"shop\",\"pack\":\"sqlite\",\"product\":\"SQLite\","
                    + "\"introspected\":true,\"version\":\"3\",\"fingerprint\":\"f\","),
        answer::body);
    assertTrue(answer.body().endsWith("\"relations\":0}]}"), answer::body);
  }

  @Test
  void answersUnknownPathsWithAProblem() {
    assertProblem(get("/admin/api/nothing"), 404, "SQLX302");
    assertProblem(get("/admin/api/"), 404, "SQLX302");
    assertProblem(get("/admin/api/bundles/1"), 404, "SQLX302");
  }

  @Test
  void answersOtherMethodsWithAProblem() {
    HttpResponse<String> answer =
        node.send(authorized("/admin/api/bundles").POST(HttpRequest.BodyPublishers.ofString("x")));
    assertProblem(answer, 405, "SQLX303");
    assertTrue(answer.headers().firstValue("Allow").orElse("").contains("GET"));
  }

  @Test
  void answersOtherMediaTypesWithAProblem() {
    assertProblem(
        node.send(authorized("/admin/api/bundles").header("Accept", "text/html")), 406, "SQLX304");
  }

  @Test
  void servesNothingOutsideItsPath() {
    assertEquals(404, get("/bundles").statusCode());
    assertEquals(404, get("/admin/bundles").statusCode());
  }

  private static HttpRequest.Builder authorized(String path) {
    return node.request(path).header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> get(String path) {
    return node.send(authorized(path));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertEquals(status, answer.statusCode(), answer::body);
    assertEquals("application/problem+json", type(answer));
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer::body);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static <T> void register(Class<T> type, T service) {
    node.context()
        .registerService(type, service, new Hashtable<>(Map.of(LiveCatalog.DATABASE, "shop")));
  }
}
