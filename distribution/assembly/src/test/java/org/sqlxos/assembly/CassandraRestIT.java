package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/** The REST API over Cassandra: what it can, and how it says what it cannot. */
@WithServer(DatabaseServer.CASSANDRA)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Reached(by = "cassandra", on = "Cassandra 5.0", how = Reached.How.REAL)
class CassandraRestIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private TestDatabase database;
  private Product product;
  private Http http;

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    database.execute(
        "CREATE TABLE users (id int PRIMARY KEY, name text, age int, tags set<text>)",
        "CREATE TABLE events (sensor text, at int, value decimal, PRIMARY KEY (sensor, at))",
        "CREATE MATERIALIZED VIEW by_name AS SELECT * FROM users"
            + " WHERE name IS NOT NULL AND id IS NOT NULL PRIMARY KEY (name, id)",
        "INSERT INTO users (id, name, age, tags) VALUES (1, 'Ada', 36, {'math', 'poetry'})",
        "INSERT INTO users (id, name, age) VALUES (2, 'Grace', 85)",
        "INSERT INTO users (id, name, age) VALUES (3, 'Edsger', 72)",
        "INSERT INTO events (sensor, at, value) VALUES ('s', 1, 1.50)",
        "INSERT INTO events (sensor, at, value) VALUES ('s', 2, 2.50)",
        "INSERT INTO events (sensor, at, value) VALUES ('t', 1, 9.00)");
    product = Product.servingUrl(database.url());
    http = product.http();
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  @Test
  void aListIsFilteredLimitedAndCounted() {
    Http.Answer answer = http.get("/api/users?age=gte.40&select=name,age");

    assertEquals(200, answer.status(), answer::toString);
    Set<String> names = new TreeSet<>();
    answer.json().get("data").forEach(row -> names.add(row.get("name").asText()));
    assertEquals(Set.of("Edsger", "Grace"), names);
    assertEquals(2, answer.json().at("/pagination/total").asInt());
    assertEquals(1, http.get("/api/users?limit=1").json().get("data").size());
  }

  @Test
  void rowsOfOnePartitionAreSortedByTheirClusteringColumns() {
    Http.Answer answer = http.get("/api/events?sensor=eq.s&sort=-at&select=at,value");

    assertEquals(200, answer.status(), answer::toString);
    assertEquals(
        "[{\"at\":2,\"value\":2.50},{\"at\":1,\"value\":1.50}]",
        answer.json().get("data").toString().replace("2.5}", "2.50}").replace("1.5}", "1.50}"));
  }

  @Test
  void collectionsAreJson() {
    assertEquals(
        "[\"math\",\"poetry\"]", http.get("/api/users/1").json().at("/data/tags").toString());
  }

  @Test
  void aRowIsCreatedReadChangedReplacedAndDeleted() {
    Http.Answer created =
        http.post("/api/users", "{\"id\":9,\"name\":\"Barbara\",\"age\":28,\"tags\":[\"clu\"]}");
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    assertEquals(created.json().get("data"), http.get(place).json().get("data"));

    Http.Answer changed = http.patch(place, "{\"age\":29}");
    assertEquals(200, changed.status(), changed::toString);
    assertEquals(29, changed.json().at("/data/age").asInt());

    Http.Answer replaced = http.put(place, "{\"id\":9,\"name\":\"Barbara L\",\"age\":30}");
    assertEquals(200, replaced.status(), replaced::toString);
    assertTrue(http.get(place).json().at("/data/tags").isNull(), replaced::toString);

    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
  }

  @Test
  void anInsertReplacesNoRowAndAChangeMakesNone() {
    assertProblem(409, http.post("/api/users", "{\"id\":1,\"name\":\"Eve\"}"));
    assertEquals("Ada", http.get("/api/users/1").json().at("/data/name").asText());
    assertProblem(404, http.patch("/api/users/4711", "{\"age\":1}"));
    assertProblem(404, http.delete("/api/users/4711"));
    assertProblem(404, http.get("/api/users/4711"));
  }

  @Test
  void aKeyOfSeveralColumnsIsAKey() {
    Http.Answer created = http.post("/api/events", "{\"sensor\":\"u\",\"at\":5,\"value\":0.25}");
    assertEquals(201, created.status(), created::toString);
    assertEquals(200, http.get(created.header("Location")).status());
    assertEquals(204, http.delete(created.header("Location")).status());
  }

  @Test
  void whatCannotBeSaidIsToldAndNotGuessed() {
    assertProblem(501, http.get("/api/users?limit=1&page=2"));
    assertProblem(501, http.get("/api/users?sort=age"));
    assertProblem(501, http.get("/api/users?name=like.A*"));
    assertProblem(501, http.get("/api/users?name=ne.Ada"));
    assertProblem(501, http.get("/api/users?name=is.null"));
    assertProblem(501, http.patch("/api/users/1", "{\"id\":2}"));
    assertProblem(422, http.post("/api/users", "{\"id\":\"seven\"}"));
  }

  @Test
  void viewsAreReadAndTheDescriptionKnowsThem() {
    assertEquals(
        1, http.get("/api/by_name?name=eq.Ada").json().get("data").get(0).get("id").asInt());
    String document = http.get("/api/openapi.json").body();
    assertTrue(document.contains("by_name") && document.contains("/events"), document);
  }

  @Test
  void aChangedSchemaIsServedSoon() throws SQLException {
    database.execute("CREATE TABLE pets (id int PRIMARY KEY, name text)");
    Await.until("the new table answers", LIMIT, () -> http.get("/api/pets").status() == 200);
    database.execute("ALTER TABLE pets ADD colour text");
    database.execute("INSERT INTO pets (id, name, colour) VALUES (1, 'Tom', 'grey')");
    Await.until(
        "the new column is in the answer",
        LIMIT,
        () -> "grey".equals(http.get("/api/pets/1").json().at("/data/colour").asText()));
    database.execute("DROP TABLE pets");
    Await.until("the dropped table is gone", LIMIT, () -> http.get("/api/pets").status() == 404);
  }
}
