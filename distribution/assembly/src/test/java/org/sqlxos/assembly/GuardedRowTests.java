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
  default void textsLookAsTheirColumnsPromise() {
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    Http.Answer refused =
        admin.send(
            "POST",
            "/api/links",
            "[{\"id\":1,\"home_url\":\"https://a.example\",\"contact\":\"a@b.example\"},"
                + "{\"id\":\"x\",\"home_url\":\"a.example\",\"contact\":\"me\"}]");
    PolicySuite.refused(422, "SQLX400", refused);
    assertEquals(
        "[/1/id, /1/home_url, /1/contact]",
        refused.json().at("/violations").findValuesAsText("pointer").toString());
    assertEquals(
        "[type, format, format]",
        refused.json().at("/violations").findValuesAsText("rule").toString());
    assertEquals(200, admin.get("/api/links?home_url=like.a*").status());
  }

  @Test
  default void aBinaryValueHasTheRightsOfItsColumnAndRow() {
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    for (int id = 1; id <= 2; id++) {
      Http.Answer put =
          guarded()
              .anonymous()
              .putOctets(
                  "/api/files/" + id + "/content",
                  new byte[] {7},
                  "Authorization",
                  admin.authorization());
      assertEquals(204, put.status(), put::toString);
    }
    Http anonymous = guarded().anonymous();
    assertEquals(200, anonymous.get("/api/files/1/content").status());
    PolicySuite.refused(404, "SQLX102", anonymous.get("/api/files/2/content"));
    GuardedNode.Caller labels = guarded().caller("5", "labels");
    PolicySuite.refused(404, "SQLX103", labels.get("/api/files/1/content"));
    assertEquals(403, anonymous.putOctets("/api/files/1/content", new byte[] {8}).status());
    assertEquals(
        "\u0007", admin.get("/api/files/1/content").body(), "nobody else has written there");
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
