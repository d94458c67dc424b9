package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.MongodbServer;

/** The REST API over collections, beside the vendor's driver. */
@Reached(by = "mongodb", on = "mongo-java-server 1.47", how = Reached.How.COMPATIBLE)
class MongodbRestIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static MongodbServer server;
  private static MongoDatabase shop;
  private static Product product;
  private static Http http;

  @BeforeAll
  static void start() throws IOException {
    server = MongodbServer.start();
    shop = server.database("shop");
    shop.getCollection("users")
        .insertMany(
            List.of(
                user("Ada", 36).append("address", new Document("city", "London")),
                user("Grace", 85).append("balance", Decimal128.parse("12.50")),
                user("Edsger", 72)
                    .append("born", Date.from(Instant.parse("1930-05-11T00:00:00Z")))));
    product = Product.servingUrl(server.url("shop"));
    http = product.http();
  }

  private static Document user(String name, int age) {
    return new Document("name", name).append("age", age);
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
    server.close();
  }

  @Test
  void aListIsFilteredSortedPagedAndCounted() {
    Http.Answer answer = http.get("/api/users?age=gte.40&sort=-age&limit=1&page=2&select=name,age");

    assertEquals(200, answer.status(), answer::toString);
    assertEquals("[{\"name\":\"Edsger\",\"age\":72}]", answer.json().get("data").toString());
    assertEquals(2, answer.json().at("/pagination/total").asInt());
  }

  @Test
  void valuesOfEachTypeAreWhatTheDriverWrote() {
    assertEquals(
        "London", http.get("/api/users?name=eq.Ada").json().at("/data/0/address/city").asText());
    assertTrue(http.get("/api/users?name=eq.Grace").body().contains("\"balance\":12.50"));
    assertEquals(
        "1930-05-11T00:00:00Z",
        http.get("/api/users?name=eq.Edsger").json().at("/data/0/born").asText());
  }

  @Test
  void textIsFoundByPatternWithAndWithoutCase() {
    assertEquals(
        "Grace",
        http.get("/api/users?name=ilike.GR*&select=name").json().at("/data/0/name").asText());
    assertEquals(0, http.get("/api/users?name=like.GR*").json().at("/data").size());
  }

  @Test
  void aDocumentIsCreatedReadReplacedChangedAndDeleted() {
    Http.Answer created =
        http.post("/api/users", "{\"name\":\"Barbara\",\"age\":28,\"address\":{\"city\":\"LA\"}}");
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    assertEquals(created.json().get("data"), http.get(place).json().get("data"));
    Document found = shop.getCollection("users").find(Filters.eq("name", "Barbara")).first();
    assertEquals(28, found.get("age"), "the driver reads an integer of 32 bits");
    assertEquals("LA", found.get("address", Document.class).get("city"));

    Http.Answer changed = http.patch(place, "{\"age\":29}");
    assertEquals(200, changed.status(), changed::toString);
    assertEquals(29, changed.json().at("/data/age").asInt());

    Http.Answer replaced = http.put(place, "{\"name\":\"Barbara L\"}");
    assertEquals(200, replaced.status(), replaced::toString);
    assertTrue(replaced.json().at("/data/age").isNull(), replaced::toString);

    assertProblem(
        409,
        http.post(
            "/api/users",
            "{\"_id\":\"%s\",\"name\":\"Twin\"}"
                .formatted(created.json().at("/data/_id").asText())));
    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
    assertEquals(0, shop.getCollection("users").countDocuments(Filters.eq("name", "Barbara L")));
  }

  @Test
  void textIsTextWhateverIsInIt() {
    String name = "O'Brien \\\"}, {\\\"$where\\\": \\\"1\\\"} 名 🦉 $name {$parameter: 1}";
    Http.Answer created = http.post("/api/users", "{\"name\":\"" + name + "\"}");
    assertEquals(201, created.status(), created::toString);
    assertEquals(
        name.replace("\\\"", "\""),
        http.get(created.header("Location")).json().at("/data/name").asText());
    assertEquals(204, http.delete(created.header("Location")).status());
  }

  @Test
  void aNewCollectionIsServedSoonAndAsksForNoSchema() {
    shop.getCollection("pets").insertOne(new Document("name", "Tom"));
    Await.until("the collection answers", LIMIT, () -> http.get("/api/pets").status() == 200);
    shop.getCollection("pets").insertOne(new Document("name", "Rex").append("colour", "grey"));
    Await.until(
        "the new member is a column",
        LIMIT,
        () -> http.get("/api/pets?colour=eq.grey").status() == 200);
    shop.getCollection("pets").drop();
    Await.until("it is gone", LIMIT, () -> http.get("/api/pets").status() == 404);
  }

  @Test
  void theDocumentationKnowsTheCollectionAndItsColumns() {
    String document = http.get("/api/openapi.json").body();
    assertTrue(document.contains("/users"), document);
    assertTrue(document.contains("\"balance\""), document);
  }

  @Test
  void everyCommandPrintsWhatTheGuideSays() throws Exception {
    GuideIT.type(Path.of("../../docs/guides/mongodb.md"), product);
  }
}
