package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What rows callers write under the policy of {@link PolicySuite}. */
interface GuardedRowTests {

  GuardedNode guarded();

  /** The first value of a query that another program runs. */
  String read(String query) throws SQLException;

  private GuardedNode.Caller ada() {
    return guarded().caller("1", "author");
  }

  @Test
  default void aCallerWritesOnlyRowsThatItMayWrite() throws SQLException {
    GuardedNode.Caller ada = ada();
    String own = "{\"id\":10,\"author_id\":1,\"title\":\"mine\",\"published\":false}";
    assertEquals(201, ada.send("POST", "/api/posts", own).status());
    PolicySuite.refused(
        403,
        "SQLX326",
        ada.send("POST", "/api/posts", own.replace("\"author_id\":1", "\"author_id\":2")));
    PolicySuite.refused(
        403,
        "SQLX326",
        ada.send("POST", "/api/posts", own.replace("\"author_id\":1", "\"author_id\":null")));
    PolicySuite.refused(
        403,
        "SQLX326",
        ada.send(
            "POST",
            "/api/posts",
            "["
                + own.replace("10", "11")
                + ","
                + own.replace("10", "12").replace("\"author_id\":1", "\"author_id\":2")
                + "]"));
    assertEquals("0", read("SELECT count(*) FROM posts WHERE id IN (11, 12)"));
    // Given away it would be a row that the caller may not write.
    PolicySuite.refused(403, "SQLX326", ada.send("PATCH", "/api/posts/10", "{\"author_id\":2}"));
    assertEquals(200, ada.send("PATCH", "/api/posts/10", "{\"published\":true}").status());
    assertEquals(404, ada.send("DELETE", "/api/posts/10", null).status());
    assertEquals(200, ada.send("PATCH", "/api/posts/10", "{\"published\":false}").status());
    assertEquals(204, ada.send("DELETE", "/api/posts/10", null).status());
    assertEquals("0", read("SELECT count(*) FROM posts WHERE id = 10"));
  }

  @Test
  default void whatThePolicySetsIsNotForTheCallerToSay() throws SQLException {
    GuardedNode.Caller bob = guarded().caller("2", "setter");
    Http.Answer made =
        bob.send("POST", "/api/posts", "{\"id\":20,\"title\":\"t\",\"published\":true}");
    assertEquals(201, made.status(), made::toString);
    assertEquals("2", read("SELECT author_id FROM posts WHERE id = 20"));
    PolicySuite.refused(
        422,
        "SQLX323",
        bob.send("POST", "/api/posts", "{\"id\":21,\"title\":\"t\",\"author_id\":1}"));
    assertEquals(
        204, guarded().caller("9", "admin").send("DELETE", "/api/posts/20", null).status());
  }

  @Test
  default void aReferenceToAHiddenRowIsOneToAMissingRow() {
    Http.Answer hidden =
        ada().send("POST", "/api/comments", "{\"id\":30,\"post_id\":4,\"text\":\"x\"}");
    Http.Answer missing =
        ada().send("POST", "/api/comments", "{\"id\":30,\"post_id\":99,\"text\":\"x\"}");
    PolicySuite.refused(422, "SQLX324", hidden);
    GuardedWriteTests.same(hidden, missing);
  }

  @Test
  default void aKeyOfAHiddenRowIsRefusedLikeARowThatMayNotBeWritten() {
    String row = "{\"id\":%d,\"author_id\":1,\"title\":\"x\",\"published\":true}";
    Http.Answer hidden = ada().send("POST", "/api/posts", row.formatted(4));
    PolicySuite.refused(403, "SQLX326", hidden);
    GuardedWriteTests.same(
        hidden, ada().send("POST", "/api/posts", row.formatted(50).replace("_id\":1", "_id\":2")));
    // A row that the caller sees is told.
    assertEquals(409, ada().send("POST", "/api/posts", row.formatted(1)).status());
  }

  @Test
  default void whatIsNotPermittedIsSaid() {
    PolicySuite.refused(
        403, "SQLX321", guarded().anonymous().post("/api/posts", "{\"title\":\"x\"}"));
    PolicySuite.refused(403, "SQLX321", guarded().anonymous().delete("/api/posts/1"));
    PolicySuite.refused(403, "SQLX320", guarded().caller("1", "none").get("/api/posts"));
    PolicySuite.refused(403, "SQLX320", guarded().caller("1", "stranger").get("/api/posts"));
    PolicySuite.refused(403, "SQLX320", guarded().caller("1", "*").get("/api/posts"));
  }
}
