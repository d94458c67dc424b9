package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a request can write, the same on each database. The tables are {@code users} and {@code
 * posts} of {@link RestSuite}, and {@code labels (code primary key, rank_no, document)}.
 */
interface WriteTests {

  Http client();

  /** The first value of a query that another program runs. */
  String seen(String query) throws SQLException;

  private long count(String table) throws SQLException {
    return Long.parseLong(seen("SELECT count(*) FROM " + table));
  }

  private static String user(String name, String more) {
    return "{\"name\":\"" + name + "\",\"email\":\"" + name + "@example.org\"" + more + "}";
  }

  private static String first(JsonNode rows, String column) {
    return rows.at("/data/0/" + column).asText();
  }

  @Test
  default void rowsOfOneInsertMayHaveDifferentColumns() throws SQLException {
    Http.Answer created =
        client()
            .post(
                "/api/users",
                "["
                    + user("bulk1", ",\"age\":3")
                    + ","
                    + user("bulk2", ",\"role\":\"owner\"")
                    + "]");
    assertEquals(201, created.status(), created::toString);
    assertEquals("reader", created.json().at("/data/0/role").asText());
    assertEquals("owner", created.json().at("/data/1/role").asText());
    assertTrue(created.json().at("/data/1/age").isNull());
    assertEquals(204, removed("bulk*"));
  }

  private int removed(String names) {
    Http.Answer gone =
        client().send("DELETE", "/api/users?name=like." + names, null, "Prefer", "return=minimal");
    return gone.status();
  }

  @Test
  default void aRowIsWrittenWithThoseThatReferToIt() throws SQLException {
    Http.Answer created =
        client()
            .post(
                "/api/users",
                user(
                    "parent",
                    ",\"posts\":[{\"title\":\"one\"},{\"title\":\"two\",\"score\":7.5}]"));
    assertEquals(201, created.status(), created::toString);
    JsonNode user = created.json().at("/data");
    assertEquals("two", user.at("/posts/1/title").asText());
    assertEquals(user.get("id"), user.at("/posts/0/user_id"));
    assertEquals(
        "2", seen("SELECT count(*) FROM posts WHERE user_id = " + user.get("id").asText()));
    client().delete("/api/posts?user_id=eq." + user.get("id").asText());
    assertEquals(204, removed("parent"));
  }

  @Test
  default void aRowIsWrittenWithTheOneThatItRefersTo() throws SQLException {
    Http.Answer created =
        client().post("/api/posts", "{\"title\":\"up\",\"user\":" + user("author", "") + "}");
    assertEquals(201, created.status(), created::toString);
    JsonNode post = created.json().at("/data");
    assertEquals(post.get("user_id"), post.at("/user/id"));
    assertEquals("author", seen("SELECT name FROM users WHERE id = " + post.get("user_id")));
    client().delete("/api/posts?title=eq.up");
    assertEquals(204, removed("author"));
  }

  @Test
  default void everythingThatIsWrongWithNestedRowsIsToldAndNothingIsWritten() throws SQLException {
    long users = count("users");
    Http.Answer refused =
        client()
            .post(
                "/api/users",
                user("bad", ",\"age\":\"x\",\"posts\":[{\"title\":null},{\"titel\":\"a\"}]"));
    assertProblem(422, refused);
    assertTrue(refused.body().contains("\"/age\""), refused::toString);
    assertTrue(refused.body().contains("\"/posts/0/title\""), refused::toString);
    assertTrue(refused.body().contains("\"/posts/1/titel\""), refused::toString);
    assertEquals(users, count("users"));
  }

  @Test
  default void nestedRowsAreUndoneWhereTheDatabaseRefusesOne() throws SQLException {
    long users = count("users");
    Http.Answer refused =
        client()
            .post(
                "/api/users", "[" + user("fresh", ",\"posts\":[{\"id\":1,\"title\":\"t\"}]") + "]");
    assertProblem(409, refused);
    assertTrue(refused.body().contains("/0/posts/0/id"), refused::toString);
    assertEquals(users, count("users"));
  }

  @Test
  default void anUpsertChangesRowsThatExistAndMakesTheOthers() throws SQLException {
    Http.Answer made = client().post("/api/labels", "{\"code\":\"a\",\"rank_no\":1}");
    assertEquals(201, made.status(), made::toString);
    Http.Answer merged =
        client()
            .send(
                "POST",
                "/api/labels",
                "[{\"code\":\"a\",\"rank_no\":2},{\"code\":\"b\",\"rank_no\":3}]",
                "Prefer",
                "resolution=merge-duplicates");
    assertEquals(200, merged.status(), merged::toString);
    assertEquals("2", first(merged.json(), "rank_no"));
    assertEquals("resolution=merge-duplicates", merged.header("Preference-Applied"));
    Http.Answer ignored =
        client()
            .send(
                "POST",
                "/api/labels?on_conflict=code",
                "[{\"code\":\"b\",\"rank_no\":9},{\"code\":\"c\",\"rank_no\":4}]",
                "Prefer",
                "resolution=ignore-duplicates, return=minimal");
    assertEquals(200, ignored.status(), ignored::toString);
    assertEquals("3", seen("SELECT rank_no FROM labels WHERE code = 'b'"));
    assertEquals("4", seen("SELECT rank_no FROM labels WHERE code = 'c'"));
    assertProblem(409, client().post("/api/labels", "{\"code\":\"a\"}"));
    client().delete("/api/labels?code=in.(a,b,c)");
  }

  @Test
  default void putMakesARowWhoseKeyTheCallerChooses() {
    Http.Answer made = client().put("/api/labels/new", "{\"rank_no\":5}");
    assertEquals(201, made.status(), made::toString);
    assertEquals(200, client().put("/api/labels/new", "{\"rank_no\":6}").status());
    Http.Answer exists =
        client().send("PUT", "/api/labels/new", "{\"rank_no\":7}", "If-None-Match", "*");
    assertProblem(412, exists);
    assertProblem(404, client().put("/api/users/4711", user("nobody", "")));
    assertEquals(204, client().delete("/api/labels/new").status());
  }

  @Test
  default void manyRowsAreChangedAndDeletedByAFilterOnly() throws SQLException {
    client().post("/api/users", "[" + user("many1", "") + "," + user("many2", "") + "]");
    assertProblem(400, "SQLX136", client().delete("/api/users"));
    assertProblem(400, "SQLX136", client().patch("/api/users", "{\"age\":1}"));
    Http.Answer changed = client().patch("/api/users?name=like.many*", "{\"age\":50}");
    assertEquals("{\"changed\":2}", changed.body(), changed::toString);
    Http.Answer tooMany =
        client()
            .send(
                "PATCH", "/api/users?name=like.many*", "{\"age\":60}", "Prefer", "max-affected=1");
    assertProblem(422, "SQLX137", tooMany);
    assertEquals("50", seen("SELECT age FROM users WHERE name = 'many2'"));
    Http.Answer gone =
        client()
            .send("DELETE", "/api/users?name=like.many*", null, "Prefer", "return=representation");
    assertEquals(2, gone.json().at("/data").size(), gone::toString);
    assertEquals("0", seen("SELECT count(*) FROM users WHERE name = 'many1'"));
  }

  @Test
  default void aRowThatHasChangedIsNotOverwritten() {
    Http.Answer made = client().put("/api/labels/tag", "{\"rank_no\":1}");
    String read = client().get("/api/labels/tag").header("ETag");
    assertEquals(read, made.header("ETag"));
    Http.Answer changed =
        client().send("PATCH", "/api/labels/tag", "{\"rank_no\":2}", "If-Match", read);
    assertEquals(200, changed.status(), changed::toString);
    assertNotEquals(read, changed.header("ETag"));
    assertProblem(
        412,
        "SQLX139",
        client().send("PATCH", "/api/labels/tag", "{\"rank_no\":3}", "If-Match", read));
    assertProblem(
        412, client().send("PUT", "/api/labels/tag", "{\"rank_no\":3}", "If-Match", read));
    assertProblem(412, client().send("DELETE", "/api/labels/tag", null, "If-Match", read));
    assertEquals(
        204,
        client()
            .send("DELETE", "/api/labels/tag", null, "If-Match", changed.header("ETag"))
            .status());
  }

  @Test
  default void ofManyWhoHaveReadTheSameRowOneChangesIt() throws Exception {
    client().put("/api/labels/race", "{\"rank_no\":0}");
    String read = client().get("/api/labels/race").header("ETag");
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          callers.invokeAll(
              IntStream.rangeClosed(1, 8)
                  .<Callable<Integer>>mapToObj(
                      i ->
                          () ->
                              client()
                                  .send(
                                      "PATCH",
                                      "/api/labels/race",
                                      "{\"rank_no\":" + i + "}",
                                      "If-Match",
                                      read)
                                  .status())
                  .toList());
      int good = 0;
      for (Future<Integer> answer : answers) {
        assertTrue(answer.get() == 200 || answer.get() == 412, answer.get()::toString);
        good += answer.get() == 200 ? 1 : 0;
      }
      assertEquals(1, good);
    }
    assertEquals(204, client().delete("/api/labels/race").status());
  }

  @Test
  default void aMergePatchChangesPartsOfADocument() {
    client().put("/api/labels/doc", "{\"document\":{\"a\":{\"b\":1,\"c\":2},\"d\":[1]}}");
    Http.Answer patched =
        client()
            .send(
                "PATCH",
                "/api/labels/doc",
                "{\"rank_no\":null,\"document\":{\"a\":{\"b\":null,\"e\":3},\"d\":4}}",
                "Content-Type",
                "application/merge-patch+json");
    assertEquals(200, patched.status(), patched::toString);
    JsonNode document = patched.json().at("/data/document");
    assertEquals("{\"c\":2,\"e\":3}", document.get("a").toString());
    assertEquals(4, document.get("d").asInt());
    assertEquals(204, client().delete("/api/labels/doc").status());
  }

  @Test
  default void theSecondRequestOfOneKeyIsAnsweredAndNotDone() throws SQLException {
    String body = user("once", "");
    Http.Answer one = client().send("POST", "/api/users", body, "Idempotency-Key", "k-1");
    Http.Answer two = client().send("POST", "/api/users", body, "Idempotency-Key", "k-1");
    assertEquals(201, one.status(), one::toString);
    assertEquals(one.body(), two.body());
    assertEquals(one.header("Location"), two.header("Location"));
    assertEquals("true", two.header("Idempotency-Replayed"));
    assertProblem(
        422,
        "SQLX147",
        client().send("POST", "/api/users", user("other", ""), "Idempotency-Key", "k-1"));
    assertEquals("1", seen("SELECT count(*) FROM users WHERE name = 'once'"));
    assertEquals(204, removed("once"));
  }

  @Test
  default void severalOperationsAreDoneTogetherAndReferToEachOther() throws SQLException {
    Http.Answer done =
        client()
            .post(
                "/api",
                "[{\"method\":\"POST\",\"path\":\"/users\",\"body\":"
                    + user("batch", "")
                    + "},{\"method\":\"POST\",\"path\":\"/posts\",\"body\":{\"title\":\"b\","
                    + "\"user_id\":{\"$ref\":\"/0/id\"}}},"
                    + "{\"method\":\"GET\",\"path\":\"/posts?title=eq.b\"},"
                    + "{\"method\":\"DELETE\",\"path\":\"/posts?title=eq.b\"},"
                    + "{\"method\":\"DELETE\",\"path\":\"/users?name=eq.batch\"}]");
    assertEquals(200, done.status(), done::toString);
    JsonNode results = done.json().get("results");
    assertEquals(201, results.at("/0/status").asInt());
    assertEquals(results.at("/0/body/data/id"), results.at("/1/body/data/user_id"), done::toString);
    assertEquals(1, results.at("/2/body/data").size());
    assertEquals(1, results.at("/3/body/changed").asInt());
    assertEquals("0", seen("SELECT count(*) FROM users WHERE name = 'batch'"));
  }

  @Test
  default void oneOperationThatFailsUndoesAllAndIsNamed() throws SQLException {
    long users = count("users");
    Http.Answer missing =
        client()
            .post(
                "/api",
                "[{\"method\":\"POST\",\"path\":\"/users\",\"body\":"
                    + user("undone", "")
                    + "},{\"method\":\"PATCH\",\"path\":\"/users/4711\",\"body\":{\"age\":1}}]");
    assertProblem(404, missing);
    assertTrue(missing.body().contains("Operation 1 of 2"), missing::toString);
    Http.Answer taken =
        client()
            .post(
                "/api",
                "[{\"method\":\"DELETE\",\"path\":\"/posts?id=eq.3\"},"
                    + "{\"method\":\"POST\",\"path\":\"/users\",\"body\":"
                    + user("ada", "")
                    + "}]");
    assertProblem(409, taken);
    assertTrue(taken.body().contains("/1/body/email"), taken::toString);
    assertEquals(users, count("users"));
    assertEquals("1", seen("SELECT count(*) FROM posts WHERE id = 3"));
  }

  @Test
  default void linesOfCsvAndJsonStreamInAllOrNothing() throws SQLException {
    StringBuilder csv = new StringBuilder("name,email,age\r\n");
    for (int i = 0; i < 1_300; i++) {
      csv.append("csv").append(i).append(",\"csv").append(i).append("@x\",").append(i % 90);
      csv.append("\r\n");
    }
    Http.Answer loaded = load("text/csv", csv.toString());
    assertEquals(201, loaded.status(), loaded::toString);
    assertEquals("{\"rows\":1300}", loaded.body());
    assertEquals("1300", seen("SELECT count(*) FROM users WHERE name LIKE 'csv%'"));

    String lines = user("nd1", "") + "\n\n" + user("nd2", ",\"age\":\"old\"") + "\n";
    Http.Answer refused = load("application/x-ndjson", lines);
    assertProblem(422, refused);
    assertTrue(refused.body().contains("\"/3/age\""), refused::toString);
    Http.Answer broken = load("application/x-ndjson", user("nd1", "") + "\n{\"name\":");
    assertProblem(400, broken);
    assertTrue(broken.body().contains("line 2"), broken::toString);
    Http.Answer taken = load("text/csv", "name,email\nnd1,nd1@x\nnd2,ada@example.org\n");
    assertEquals(409, taken.status(), taken::toString);
    assertTrue(taken.body().contains("lines 2 to 3"), taken::toString);
    assertEquals("0", seen("SELECT count(*) FROM users WHERE name LIKE 'nd%'"));
    assertEquals(204, removed("csv*"));
  }

  private Http.Answer load(String type, String body) {
    return client().send("POST", "/api/users", body, "Content-Type", type);
  }
}
