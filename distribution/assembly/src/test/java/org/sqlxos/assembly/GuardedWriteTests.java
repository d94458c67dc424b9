package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What callers write under the policy of {@link PolicySuite}: whatever the way, nothing that the
 * policy does not permit, and nothing told of rows that are hidden.
 */
interface GuardedWriteTests {

  GuardedNode guarded();

  /** The first value of a query that another program runs. */
  String read(String query) throws SQLException;

  private GuardedNode.Caller ada() {
    return guarded().caller("1", "author");
  }

  /** The same, byte for byte, but for the number that was asked for and the request's identity. */
  static void same(Http.Answer one, Http.Answer other) {
    assertEquals(one.status(), other.status());
    assertEquals(numbers(one.body()), numbers(other.body()));
    assertEquals(headers(one), headers(other));
  }

  private static String numbers(String body) {
    return body.replaceAll("\\b(4|99)\\b", "N");
  }

  private static TreeMap<String, List<String>> headers(Http.Answer answer) {
    TreeMap<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    headers.remove("x-request-id");
    headers.remove("content-length");
    return headers;
  }

  private static String post(int id, int author) {
    return "{\"id\":%d,\"author_id\":%d,\"title\":\"t\",\"published\":false}".formatted(id, author);
  }

  private long posts(String where) throws SQLException {
    return Long.parseLong(read("SELECT count(*) FROM posts WHERE " + where));
  }

  @Test
  default void aListOfOperationsIsHeldToThePolicyAsOne() throws SQLException {
    String operations =
        "[{\"method\":\"POST\",\"path\":\"/posts\",\"body\":%s},%s]"
            .formatted(post(60, 1), "{\"method\":\"%s\",\"path\":\"/posts/%d\",\"body\":%s}");
    for (String method : List.of("PATCH", "DELETE", "GET", "PUT")) {
      String body =
          switch (method) {
            case "PATCH" -> "{\"title\":\"x\"}";
            case "PUT" -> "{\"title\":\"x\",\"published\":false,\"author_id\":1}";
            default -> "null";
          };
      Http.Answer hidden =
          ada()
              .send(
                  "POST",
                  "/api",
                  operations.formatted(method, 4, body).replace(",\"body\":null", ""));
      Http.Answer missing =
          ada()
              .send(
                  "POST",
                  "/api",
                  operations.formatted(method, 99, body).replace(",\"body\":null", ""));
      assertEquals(404, hidden.status(), () -> method + hidden);
      same(hidden, missing);
    }
    // What one of them may not do undoes the others.
    Http.Answer refused =
        ada()
            .send(
                "POST",
                "/api",
                "[{\"method\":\"POST\",\"path\":\"/posts\",\"body\":%s},".formatted(post(60, 1))
                    + "{\"method\":\"POST\",\"path\":\"/posts\",\"body\":%s}]"
                        .formatted(post(61, 2)));
    assertEquals("SQLX326", refused.json().get("code").asText(), refused::toString);
    assertEquals(0, posts("id IN (60, 61)"));
  }

  @Test
  default void aConditionalRequestDoesNotTellHiddenFromMissing() {
    for (String method : List.of("PATCH", "DELETE")) {
      String body = method.equals("PATCH") ? "{\"title\":\"x\"}" : null;
      for (String tag : List.of("*", "\"abc\"")) {
        same(
            ada().send(method, "/api/posts/4", body, "If-Match", tag),
            ada().send(method, "/api/posts/99", body, "If-Match", tag));
      }
      same(
          ada().send(method, "/api/posts/4", body, "Idempotency-Key", method),
          ada().send(method, "/api/posts/99", body, "Idempotency-Key", method));
    }
    same(
        ada().send("GET", "/api/posts/4", null, "If-None-Match", "*"),
        ada().send("GET", "/api/posts/99", null, "If-None-Match", "*"));
  }

  @Test
  default void theTagOfAReadRowLetsItsOwnerWrite() {
    Http.Answer row = ada().get("/api/posts/2");
    String tag = row.header("ETag");
    assertFalse(tag.isEmpty());
    Http.Answer changed =
        ada().send("PATCH", "/api/posts/2", "{\"title\":\"Draft\"}", "If-Match", tag);
    assertEquals(200, changed.status(), changed::toString);
    assertEquals(row.body(), changed.body());
    assertEquals(tag, changed.header("ETag"));
  }

  /** Whether an insert can say which of the rows that exist already it changes. */
  default boolean choosesWhatAnUpsertChanges() {
    return true;
  }

  @Test
  default void anUpsertChangesOnlyWhatAnUpdateMay() throws SQLException {
    String prefer = "resolution=merge-duplicates,return=minimal";
    for (int other : List.of(3, 4)) {
      String before = read("SELECT title FROM posts WHERE id = " + other);
      ada().send("POST", "/api/posts", post(other, 1), "Prefer", prefer);
      assertEquals(before, read("SELECT title FROM posts WHERE id = " + other));
      assertEquals("2", read("SELECT author_id FROM posts WHERE id = " + other));
    }
    Http.Answer made = ada().send("POST", "/api/posts", post(62, 1), "Prefer", prefer);
    if (!choosesWhatAnUpsertChanges()) {
      assertEquals(501, made.status(), made::toString);
      return;
    }
    assertTrue(made.status() < 300, made::toString);
    String again = post(62, 1).replace("\"t\"", "\"again\"");
    Http.Answer merged = ada().send("POST", "/api/posts", again, "Prefer", prefer);
    assertTrue(merged.status() < 300, merged::toString);
    assertEquals("again", read("SELECT title FROM posts WHERE id = 62"));
    assertEquals(
        "SQLX326",
        ada()
            .send("POST", "/api/posts", post(63, 2), "Prefer", prefer)
            .json()
            .get("code")
            .asText());
    assertEquals(204, ada().send("DELETE", "/api/posts/62", null).status());
    assertEquals(0, posts("id IN (62, 63)"));
  }

  @Test
  default void changesByFilterMeetNoRowsOfOthers() throws SQLException {
    String ada = read("SELECT title FROM posts WHERE id = 1");
    String bobs = read("SELECT title FROM posts WHERE id = 3");
    Http.Answer changed =
        ada().send("PATCH", "/api/posts?id=gt.0", "{\"title\":\"%s\"}".formatted(ada));
    assertEquals(200, changed.status(), changed::toString);
    assertEquals(posts("author_id = 1"), changed.json().get("changed").asLong());
    assertEquals(bobs, read("SELECT title FROM posts WHERE id = 3"));
    guarded().caller("9", "admin").send("PATCH", "/api/posts/2", "{\"title\":\"Draft\"}");
    Http.Answer gone = ada().send("DELETE", "/api/posts?id=eq.4", null);
    same(gone, ada().send("DELETE", "/api/posts?id=eq.99", null));
    assertEquals(1, posts("id = 4"));
  }

  @Test
  default void rowsThatStreamInAreHeldToThePolicyToo() throws SQLException {
    String own = post(64, 1) + "\n" + post(65, 1) + "\n";
    String type = "application/x-ndjson";
    Http.Answer refused = ada().send("POST", "/api/posts", own + post(66, 2), "Content-Type", type);
    assertEquals("SQLX326", refused.json().get("code").asText(), refused::toString);
    assertEquals(0, posts("id IN (64, 65, 66)"));
    assertEquals(201, ada().send("POST", "/api/posts", own, "Content-Type", type).status());
    assertEquals(2, posts("id IN (64, 65)"));
    assertEquals(200, ada().send("DELETE", "/api/posts?id=in.(64,65)", null).status());
    // A stream has no place for the question whether the caller sees the posts.
    Http.Answer asking =
        ada()
            .send(
                "POST",
                "/api/comments",
                "{\"id\":70,\"post_id\":4,\"text\":\"x\"}",
                "Content-Type",
                type);
    assertEquals("SQLX321", asking.json().get("code").asText(), asking::toString);
  }

  @Test
  default void rowsWithRowsInsideAreHeldToThePolicyOfEach() throws SQLException {
    String nested =
        "{\"id\":%d,\"author_id\":%d,\"title\":\"n\",\"published\":false,"
            + "\"comments\":[{\"id\":%d,\"text\":\"c\"}]}";
    Http.Answer made = ada().send("POST", "/api/posts", nested.formatted(67, 1, 71));
    assertEquals(201, made.status(), made::toString);
    assertEquals("67", read("SELECT post_id FROM comments WHERE id = 71"));
    Http.Answer refused = ada().send("POST", "/api/posts", nested.formatted(68, 2, 72));
    assertEquals("SQLX326", refused.json().get("code").asText(), refused::toString);
    assertEquals("0", read("SELECT count(*) FROM comments WHERE id = 72"));
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    assertEquals(204, admin.send("DELETE", "/api/comments/71", null).status());
    assertEquals(204, admin.send("DELETE", "/api/posts/67", null).status());
  }

  @Test
  default void whoMayOnlyInsertIsShownNothing() throws SQLException {
    GuardedNode.Caller box = guarded().caller("5", "dropbox");
    Http.Answer made =
        box.send("POST", "/api/comments", "{\"id\":73,\"post_id\":1,\"text\":\"in\"}");
    assertEquals(201, made.status(), made::toString);
    assertEquals("", made.body());
    assertEquals("in", read("SELECT text FROM comments WHERE id = 73"));
    Http.Answer several =
        box.send("POST", "/api/comments", "[{\"id\":74,\"post_id\":1},{\"id\":75,\"post_id\":3}]");
    assertEquals(201, several.status(), several::toString);
    assertEquals("", several.body());
    same(
        box.send("POST", "/api/comments", "{\"id\":76,\"post_id\":4}"),
        box.send("POST", "/api/comments", "{\"id\":76,\"post_id\":99}"));
    assertEquals(403, box.get("/api/comments/73").status());
    assertEquals(403, box.get("/api/comments").status());
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    assertEquals(200, admin.send("DELETE", "/api/comments?id=gte.73", null).status());
  }

  @Test
  default void aCheckMayAskOtherRows() throws SQLException {
    GuardedNode.Caller fan = guarded().caller("1", "fan");
    // Seen by its author, but not published.
    String row = "{\"id\":77,\"post_id\":%d,\"text\":\"fan\"}";
    Http.Answer refused = fan.send("POST", "/api/comments", row.formatted(2));
    assertEquals("SQLX326", refused.json().get("code").asText(), refused::toString);
    Http.Answer made = fan.send("POST", "/api/comments", row.formatted(1));
    assertEquals(201, made.status(), made::toString);
    Http.Answer moved = fan.send("PATCH", "/api/comments/77", "{\"post_id\":2}");
    assertEquals("SQLX326", moved.json().get("code").asText(), moved::toString);
    assertEquals(200, fan.send("PATCH", "/api/comments/77", "{\"post_id\":3}").status());
    assertEquals("3", read("SELECT post_id FROM comments WHERE id = 77"));
    Http.Answer wrong = fan.send("PATCH", "/api/comments/77", "{\"post_id\":\"three\"}");
    assertEquals(422, wrong.status(), wrong::toString);
    guarded().caller("9", "admin").send("DELETE", "/api/comments/77", null);
  }
}
