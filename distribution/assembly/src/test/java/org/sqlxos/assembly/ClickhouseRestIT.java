package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.ClickhouseServer;

/** The REST API over a real ClickHouse. */
@Reached(by = "clickhouse", on = "ClickHouse 18.16", how = Reached.How.REAL)
class ClickhouseRestIT {

  private static ClickhouseServer server;
  private static Product product;
  private static Http http;

  @BeforeAll
  static void start() throws IOException {
    server = ClickhouseServer.start();
    server.run(
        "CREATE TABLE users (id UInt64, name String, age Nullable(Int16), score Decimal(9, 2),"
            + " born Date, seen DateTime('Europe/Berlin'), tags Array(String),"
            + " kind Enum8('a' = 1, 'b' = 2)) ENGINE = MergeTree ORDER BY id");
    server.run(
        "INSERT INTO users VALUES (1, 'Ada', 36, 1.50, '1815-12-10', '2026-01-02 03:04:05',"
            + " ['math'], 'a'), (2, 'Grace', 85, 2.50, '2006-12-09', '2026-07-02 03:04:05', [],"
            + " 'b'), (3, 'it\\'s \\\\ \"x\"', NULL, 9.75, '2030-05-11', '2026-07-03 03:04:05', [],"
            + " 'b')");
    server.run(
        "CREATE TABLE visits (site String, at UInt32, n UInt8) ENGINE = MergeTree"
            + " ORDER BY (site, at)");
    server.run("CREATE VIEW names AS SELECT name FROM users");
    product = Product.servingUrl(server.url());
    http = product.http();
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
    server.close();
  }

  private static String names(String query) {
    Http.Answer answer = http.get("/api/users?select=id&sort=id&" + query);
    assertEquals(200, answer.status(), answer::toString);
    StringBuilder ids = new StringBuilder();
    answer.json().get("data").forEach(row -> ids.append(row.get("id").asText()));
    return ids.toString();
  }

  @Test
  void aListIsFilteredByEveryType() {
    assertEquals("2", names("age=gte.40"));
    assertEquals("3", names("age=is.null"));
    assertEquals("1", names("score=eq.1.5"));
    assertEquals("23", names("score=in.(2.5,9.75)"));
    assertEquals("3", names("born=gt.2029-12-31"));
    assertEquals("1", names("seen=eq.2026-01-02T03:04:05"));
    assertEquals("23", names("kind=eq.b"));
    assertEquals("13", names("name=ne.Grace&id=in.(1,3)"));
    assertEquals("12", names("name=like.*a*"));
    assertEquals("1", names("name=ilike.aDA"));
    assertEquals("", names("name=eq.%27%20OR%201=1%20--%20"));
    assertEquals("", names("name=eq.%5C%27%20OR%201=1%20--%20"));
  }

  @Test
  void aListIsSortedPagedAndCounted() {
    Http.Answer answer = http.get("/api/users?sort=-age&limit=1&page=2&select=name,score");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("[{\"name\":\"Ada\",\"score\":1.50}]", data(answer));
    assertTrue(answer.json().at("/pagination/total").asInt() >= 3, answer::toString);
  }

  private static String data(Http.Answer answer) {
    String body = answer.body();
    int from = body.indexOf('[');
    return body.substring(from, body.indexOf(']', from) + 1);
  }

  @Test
  void aRowIsCreatedReadChangedAndDeleted() throws IOException {
    Http.Answer created =
        http.post(
            "/api/users",
            "{\"id\":18446744073709551615,\"name\":\"it's \\\\ new\",\"age\":28,"
                + "\"score\":1234567.25,\"born\":\"2026-05-06\",\"tags\":[\"x\",\"y'z\"],"
                + "\"kind\":\"b\"}");
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    Http.Answer read = http.get(place);
    assertEquals("it's \\ new", read.json().at("/data/name").asText(), read::toString);
    assertEquals("[\"x\",\"y'z\"]", read.json().at("/data/tags").toString());
    assertTrue(read.body().contains("18446744073709551615"), read.body());

    Http.Answer changed =
        http.patch(place, "{\"age\":null,\"score\":0.5,\"born\":\"2027-01-01\",\"tags\":[]}");
    assertEquals(200, changed.status(), changed::toString);
    assertEquals("2027-01-01", changed.json().at("/data/born").asText());
    assertTrue(changed.json().at("/data/age").isNull(), changed::toString);
    assertEquals(
        "0.50\t\\N\n", server.run("SELECT score, age FROM users WHERE id = 18446744073709551615"));

    assertProblem(409, http.post("/api/users", "{\"id\":18446744073709551615,\"name\":\"Eve\"}"));
    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
    assertProblem(404, http.patch(place, "{\"age\":1}"));
    assertProblem(404, http.delete(place));
  }

  @Test
  void severalRowsAndKeysOfSeveralColumns() {
    Http.Answer created =
        http.post(
            "/api/visits", "[{\"site\":\"a\",\"at\":1,\"n\":1},{\"site\":\"a\",\"at\":2,\"n\":2}]");
    assertEquals(201, created.status(), created::toString);
    assertEquals(2, http.get("/api/visits/a,2").json().at("/data/n").asInt());
    assertEquals(204, http.delete("/api/visits/a,1").status());
  }

  @Test
  void whatItCannotIsToldWithItsReason() {
    assertProblem(501, http.patch("/api/users/1", "{\"id\":2}"));
    assertProblem(501, http.patch("/api/users/1", "{\"kind\":\"b\"}"));
    assertProblem(422, http.post("/api/users", "{\"id\":\"seven\",\"name\":\"x\"}"));
    assertProblem(422, http.patch("/api/users/1", "{\"age\":40000}"));
  }

  @Test
  void viewsAreRead() {
    assertTrue(http.get("/api/names?sort=name").json().get("data").size() >= 3);
    assertTrue(http.get("/api/openapi.json").body().contains("/visits"));
  }
}
