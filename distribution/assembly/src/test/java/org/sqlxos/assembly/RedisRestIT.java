package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.RedisServer;

/** The REST API over a real key space. */
@Reached(by = "redis", on = "Redis 7", how = Reached.How.REAL)
class RedisRestIT {

  private static RedisServer server;
  private static Product product;
  private static Http http;

  @BeforeAll
  static void start() throws IOException {
    server = RedisServer.start();
    product = Product.servingUrl(server.url());
    http = product.http();
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
    server.close();
  }

  @Test
  void aKeyIsCreatedReadReplacedChangedAndDeleted() {
    Http.Answer created =
        http.post("/api/strings", "{\"key\":\"user:1\",\"value\":\"Ada\",\"ttl\":600000}");
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    assertEquals("Ada", http.get(place).json().at("/data/value").asText());
    assertTrue(http.get(place).json().at("/data/ttl").asLong() > 500_000);

    assertProblem(409, http.post("/api/strings", "{\"key\":\"user:1\",\"value\":\"Eve\"}"));
    Http.Answer changed = http.patch(place, "{\"value\":\"Ada Lovelace\"}");
    assertEquals(200, changed.status(), changed::toString);
    assertEquals("Ada Lovelace", changed.json().at("/data/value").asText());
    assertTrue(changed.json().at("/data/ttl").asLong() > 500_000, "it still expires");

    Http.Answer replaced = http.put(place, "{\"value\":\"Countess\"}");
    assertEquals(200, replaced.status(), replaced::toString);
    assertTrue(replaced.json().at("/data/ttl").isNull(), "nothing was said of expiry");

    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
    assertProblem(404, http.delete(place));
  }

  @Test
  void membersOfEachKindAreRowsOfTheirTable() {
    assertEquals(
        201,
        http.post(
                "/api/hashes",
                "[{\"key\":\"h\",\"field\":\"a\",\"value\":\"1\"},"
                    + "{\"key\":\"h\",\"field\":\"b\",\"value\":\"2\"}]")
            .status());
    assertEquals(
        "2", http.get("/api/hashes?key=eq.h&field=eq.b").json().at("/data/0/value").asText());
    assertProblem(409, http.post("/api/strings", "{\"key\":\"h\",\"value\":\"x\"}"));
    assertProblem(409, http.post("/api/sets", "{\"key\":\"h\",\"member\":\"x\"}"));

    Http.Answer first = http.post("/api/lists", "{\"key\":\"l\",\"value\":\"zero\"}");
    assertEquals(201, first.status(), first::toString);
    assertEquals(0, first.json().at("/data/index").asInt());
    assertEquals(
        1,
        http.post("/api/lists", "{\"key\":\"l\",\"value\":\"one\"}")
            .json()
            .at("/data/index")
            .asInt());

    Http.Answer scored =
        http.post("/api/sorted_sets", "{\"key\":\"z\",\"member\":\"m\",\"score\":1.5}");
    assertEquals(201, scored.status(), scored::toString);
    assertEquals(1.5, scored.json().at("/data/score").asDouble());

    Http.Answer entry =
        http.post("/api/streams", "{\"key\":\"s\",\"fields\":{\"temperature\":\"21\"}}");
    assertEquals(201, entry.status(), entry::toString);
    assertEquals("21", entry.json().at("/data/fields/temperature").asText());
    assertEquals(204, http.delete(entry.header("Location")).status());
  }

  @Test
  void aListIsFilteredSortedAndPaged() {
    Stream.of("c", "a", "b")
        .forEach(
            member ->
                http.post("/api/sets", "{\"key\":\"letters\",\"member\":\"" + member + "\"}"));

    Http.Answer answer =
        http.get("/api/sets?key=like.lett*&sort=-member&limit=1&page=2&select=member");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("[{\"member\":\"b\"}]", answer.json().get("data").toString());
    assertTrue(answer.json().at("/pagination/total").isMissingNode(), "nobody counts all keys");
  }

  @Test
  void whatKeysCannotDoIsRefusedWithItsReason() {
    http.post("/api/sets", "{\"key\":\"fixed\",\"member\":\"x\"}");
    assertProblem(501, http.patch("/api/sets/fixed,x", "{\"member\":\"y\"}"));
    assertProblem(422, http.get("/api/sets?page=2000&limit=100"));
  }

  @Test
  void theDocumentationNamesEveryTable() {
    String document = http.get("/api/openapi.json").body();
    for (String table :
        new String[] {"strings", "hashes", "lists", "sets", "sorted_sets", "streams"}) {
      assertTrue(document.contains("/" + table + "\""), table);
    }
  }

  @Test
  void everyCommandPrintsWhatTheGuideSays() throws Exception {
    GuideIT.type(Path.of("../../docs/guides/redis.md"), product);
  }
}
