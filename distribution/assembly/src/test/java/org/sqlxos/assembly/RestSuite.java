package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The REST API over a database, whichever way it is reached. One class a database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RestSuite {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Product product;
  private Http http;

  /** The tables {@code users} and {@code posts}, in the words of the database. */
  abstract String[] schema();

  /** Runs statements as another program does. */
  abstract void execute(String... statements) throws SQLException;

  /** The first value of a query that another program runs. */
  abstract String read(String query) throws SQLException;

  /** What comes before the definition of a column that is added to a table. */
  String addColumn() {
    return "ADD COLUMN ";
  }

  /** Whether a table can be dropped while sessions have statements for it. */
  boolean dropsWhatIsInUse() {
    return true;
  }

  /** Makes the tables with their rows. */
  final void fill() throws SQLException {
    execute(schema());
    execute(
        "INSERT INTO users (name, email, age) VALUES ('Ada', 'ada@example.org', 36)",
        "INSERT INTO users (name, email, age) VALUES ('Grace', 'grace@example.org', 85)",
        "INSERT INTO users (name, email, age) VALUES ('Edsger', 'edsger@example.org', 72)",
        "INSERT INTO posts (user_id, title, score) VALUES (1, 'Notes', 9.25)",
        "INSERT INTO posts (user_id, title, score) VALUES (1, 'Loops', 8.50)",
        "INSERT INTO posts (user_id, title, score) VALUES (2, 'Nanoseconds', 9.75)");
  }

  final void serve(Product started) {
    product = started;
    http = started.http();
    Reached reached = getClass().getAnnotation(Reached.class);
    assertEquals(
        List.of(reached.by()),
        started.node().services(ConnectedDatabase.class).stream()
            .map(database -> database.pack().name())
            .toList());
  }

  final Product product() {
    return product;
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  @Test
  void aListIsFilteredSortedPagedAndCounted() {
    Http.Answer answer = http.get("/api/users?age=gte.40&sort=-age&limit=1&page=2&select=name,age");

    assertEquals(200, answer.status(), answer::toString);
    assertEquals("[{\"name\":\"Edsger\",\"age\":72}]", answer.json().get("data").toString());
    assertEquals(2, answer.json().at("/pagination/total").asInt());
  }

  @Test
  void textIsFoundByPatternWithAndWithoutCase() {
    assertEquals(
        "Grace",
        http.get("/api/users?name=ilike.GR*&select=name").json().at("/data/0/name").asText());
    assertEquals(0, http.get("/api/users?name=like.GR*").json().at("/data").size());
  }

  @Test
  void relationsAreFollowedBothWays() {
    Http.Answer posts = http.get("/api/users/1/posts?sort=title");
    assertEquals("Loops", posts.json().at("/data/0/title").asText());
    assertTrue(posts.body().contains("\"score\":8.50"), posts::toString);
    assertEquals("Grace", http.get("/api/posts/3/user").json().at("/data/name").asText());
  }

  @Test
  void aRowIsCreatedReadReplacedChangedAndDeleted() throws SQLException {
    Http.Answer created =
        http.post("/api/users", "{\"name\":\"Barbara\",\"email\":\"b@example.org\",\"age\":28}");
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    assertEquals(created.json().get("data"), http.get(place).json().get("data"));
    assertEquals("reader", created.json().at("/data/role").asText());

    Http.Answer changed = http.patch(place, "{\"age\":29}");
    assertEquals(200, changed.status(), changed::toString);
    assertEquals(29, changed.json().at("/data/age").asInt());

    Http.Answer replaced =
        http.put(place, "{\"name\":\"Barbara L\",\"email\":\"bl@example.org\",\"age\":30}");
    assertEquals(200, replaced.status(), replaced::toString);
    assertEquals("bl@example.org", read("SELECT email FROM users WHERE name = 'Barbara L'"));

    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
    assertEquals("0", read("SELECT count(*) FROM users WHERE name = 'Barbara L'"));
  }

  @Test
  void whatTheDatabaseRefusesIsAConflictOrAViolation() {
    assertProblem(409, http.post("/api/users", "{\"name\":\"A\",\"email\":\"ada@example.org\"}"));
    assertProblem(422, http.post("/api/posts", "{\"user_id\":4711,\"title\":\"Nobody's\"}"));
    assertProblem(422, http.post("/api/users", "{\"name\":null,\"email\":\"n@example.org\"}"));
    assertProblem(
        422, http.post("/api/users", "{\"name\":\"A\",\"email\":\"o@example.org\",\"age\":-1e40}"));
    assertProblem(409, http.delete("/api/users/1"));
  }

  @Test
  void textIsTextWhateverIsInIt() {
    String name = "O'Brien \\\"; DROP TABLE users; -- 名 🦉";
    Http.Answer created =
        http.post("/api/users", "{\"name\":\"" + name + "\",\"email\":\"ob@example.org\"}");
    assertEquals(201, created.status(), created::toString);
    assertEquals(
        name.replace("\\\"", "\""),
        http.get(created.header("Location")).json().at("/data/name").asText());
    assertEquals(204, http.delete(created.header("Location")).status());
  }

  @Test
  void aChangedSchemaIsServedSoon() throws SQLException {
    execute("CREATE TABLE pets (id INT PRIMARY KEY, name VARCHAR(40))");
    Await.until("the new table answers", LIMIT, () -> http.get("/api/pets").status() == 200);
    execute("ALTER TABLE pets " + addColumn() + "colour VARCHAR(20)");
    execute("INSERT INTO pets VALUES (1, 'Tom', 'grey')");
    Await.until(
        "the new column is in the answer",
        LIMIT,
        () -> "grey".equals(http.get("/api/pets/1").json().at("/data/colour").asText()));
    if (!dropsWhatIsInUse()) {
      return;
    }
    execute("DROP TABLE pets");
    Await.until("the dropped table is gone", LIMIT, () -> http.get("/api/pets").status() == 404);
  }

  @Test
  void manyReadersAndWritersGetTheirOwnAnswers() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          callers.invokeAll(
              IntStream.range(0, 200)
                  .<Callable<Boolean>>mapToObj(i -> () -> i % 10 == 0 ? writes(i) : reads(i))
                  .toList());
      for (Future<Boolean> answer : answers) {
        assertTrue(answer.get());
      }
    }
  }

  private boolean reads(int i) {
    int id = 1 + i % 3;
    return http.get("/api/users/" + id).json().at("/data/id").asInt() == id;
  }

  private boolean writes(int i) {
    String body = "{\"user_id\":3,\"title\":\"number " + i + "\"}";
    Http.Answer created = http.post("/api/posts", body);
    return created.status() == 201 && http.delete(created.header("Location")).status() == 204;
  }
}
