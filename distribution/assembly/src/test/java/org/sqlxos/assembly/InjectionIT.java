package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertDocument;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * SQL, and what looks like it, in every place of a request where a caller writes something: as a
 * value it is kept as it is, as a name it is refused.
 */
@ExtendWith(Library.class)
class InjectionIT {

  @Test
  void asAValueItIsStoredAndFoundAsItIs(Product product) throws Exception {
    Http http = product.http();
    for (String payload : payloads()) {
      String body = JsonNodeFactory.instance.objectNode().put("message", payload).toString();
      Http.Answer created = http.post("/api/journal", body);
      assertEquals(201, created.status(), () -> payload + " " + created);
      assertEquals(payload, created.json().at("/data/message").asText());

      String quoted = '"' + payload.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      for (String filter :
          List.of(
              "message=" + Http.encode("eq." + payload),
              "message=" + Http.encode("like." + payload),
              "message=" + Http.encode("in.(" + quoted + ")"),
              "and=" + Http.encode("(message.eq." + quoted + ")"),
              "or=" + Http.encode("(message.in.(" + quoted + "),message.eq." + quoted + ")"))) {
        Http.Answer found = http.get("/api/journal?" + filter);
        assertEquals(200, found.status(), () -> payload + " " + found);
        int total = found.json().at("/pagination/total").asInt();
        assertTrue(payload.contains("*") ? total >= 1 : total == 1, () -> filter + " " + found);
      }
    }
    assertEquals(
        payloads().size() + 2, http.get("/api/journal").json().at("/pagination/total").asInt());
    assertTrue(
        product.readElsewhere("SELECT count(*) FROM users").equals(List.of(List.of("5"))),
        "nobody else is touched");
    assertNoSideEffects();
  }

  @Test
  void asAKeyItFindsNothing(Product product) throws Exception {
    Contents before = Contents.of(product);
    for (String payload : payloads()) {
      String segment = Http.encode(payload);
      for (String path :
          List.of(
              "/api/users/" + segment,
              "/api/tags/" + segment,
              "/api/memberships/chess," + segment,
              "/api/memberships/" + segment + ",1")) {
        refused(product.http().get(path), payload);
        refused(product.http().delete(path), payload);
        refused(product.http().patch(path, "{\"rank\":99}".replace("rank", column(path))), payload);
      }
    }
    before.assertUnchanged(product);
    assertNoSideEffects();
  }

  private static String column(String path) {
    return path.startsWith("/api/users") ? "age" : path.contains("tags") ? "rank" : "member_id";
  }

  @Test
  void asANameItIsRefused(Product product) throws Exception {
    Contents before = Contents.of(product);
    Http http = product.http();
    for (String payload : payloads()) {
      String text = Http.encode(payload);
      String quoted = Http.encode('"' + payload.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
      // The one payload that is the proper name of a table.
      if (!payload.equals("main.users")) {
        refused(http.get("/api/" + text), payload);
        refused(http.post("/api/" + text, "{}"), payload);
      }
      refused(http.get("/api/users/1/" + text), payload);
      refused(http.get("/api/users/1/users/" + text), payload);
      refused(http.get("/api/users?" + text + "=eq.1"), payload);
      refused(http.get("/api/users?" + text), payload);
      refused(http.get("/api/users?name=" + text), payload);
      refused(http.get("/api/users?name=" + text + ".x"), payload);
      refused(http.get("/api/users?name=is." + text + "x"), payload);
      refused(http.get("/api/users?select=" + quoted), payload);
      refused(http.get("/api/users?select=id," + quoted), payload);
      refused(http.get("/api/users?sort=" + quoted), payload);
      refused(http.get("/api/users?sort=-" + quoted), payload);
      refused(http.get("/api/users?and=(" + quoted + ".eq.1)"), payload);
      refused(http.get("/api/users?or=(id." + text + ".1)"), payload);
      refused(http.get("/api/users?limit=" + text), payload);
      refused(http.get("/api/users?page=" + text), payload);
      refused(http.get("/api/users/1?" + text + "=1"), payload);
      refused(http.get("/api/users/1?select=" + quoted), payload);
      String name = JsonNodeFactory.instance.textNode(payload).toString();
      refused(http.post("/api/journal", "{" + name + ":1}"), payload);
      refused(http.patch("/api/users/1", "{" + name + ":1}"), payload);
      refused(http.put("/api/select/1", "{" + name + ":1}"), payload);
    }
    before.assertUnchanged(product);
    assertNoSideEffects();
  }

  @Test
  void asAHeaderItIsRefusedOrNothing(Product product) throws Exception {
    Contents before = Contents.of(product);
    for (String payload : payloads()) {
      if (!writable(payload)) {
        continue;
      }
      Http http = product.http();
      refused(
          http.send("POST", "/api/journal", "{\"message\":1}", "Content-Type", payload), payload);
      for (String header : List.of("Accept", "X-Request-Id", "Cookie", "User-Agent", "Range")) {
        Http.Answer answer = http.send("GET", "/api/users", null, header, payload);
        assertTrue(answer.status() < 500, () -> payload + " " + answer);
        Problems.assertTellsNothing(answer.body());
      }
      Http.Answer tagged = http.send("GET", "/api/openapi.json", null, "If-None-Match", payload);
      assertTrue(tagged.status() == 200 || tagged.status() == 304, () -> payload + " " + tagged);
    }
    before.assertUnchanged(product);
  }

  private static boolean writable(String payload) {
    try {
      HttpRequest.newBuilder().setHeader("Accept", payload);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void refused(Http.Answer answer, String payload) {
    assertTrue(answer.status() >= 400 && answer.status() < 500, () -> payload + " " + answer);
    assertDocument(answer);
  }

  private static void assertNoSideEffects() throws SQLException {
    assertTrue(Files.notExists(Path.of("/tmp/evil.db")), "no file was written");
    assertTrue(Files.notExists(Path.of("/tmp/evil")), "no command was run");
  }

  private static List<String> payloads() throws IOException {
    try (InputStream in = InjectionIT.class.getResourceAsStream("injections.txt")) {
      List<String> payloads =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertTrue(payloads.size() >= 60, "as many as are worth a test");
      return payloads;
    }
  }
}
