package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.wirepack.api.ChangeCapture;
import org.sqlxos.wirepack.api.ConnectedDatabase;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlPolicyIT extends ServerPolicy {

  private static final String[] MORE = {
    "CREATE VIEW open_posts AS SELECT id, author_id, title, published FROM posts",
    "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n'",
    "CREATE FUNCTION thrice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 3 * n'",
    "CREATE FUNCTION posts_of(author int) RETURNS SETOF posts LANGUAGE sql STABLE"
        + " AS 'SELECT * FROM posts WHERE author_id = author ORDER BY id'"
  };

  @Override
  String octets() {
    return "BYTEA";
  }

  @Override
  String[] articles() {
    return Stream.of(Articles.onPostgresql(), MORE).flatMap(Stream::of).toArray(String[]::new);
  }

  @Override
  String searched() {
    return super.searched() + ", texts";
  }

  @Override
  public boolean ranksByTheRow() {
    return true;
  }

  @Test
  void onlyFunctionsThatThePolicyNamesAreThere() {
    GuardedNode.Caller ada = guarded().caller("1", "publisher");
    assertEquals("{\"data\":14}", ada.get("/api/rpc/twice?n=7").body());
    refused(404, "SQLX170", ada.get("/api/rpc/thrice?n=7"));
    refused(404, "SQLX170", guarded().caller("1", "author").get("/api/rpc/twice?n=7"));
    refused(404, "SQLX170", guarded().caller("1", "admin").get("/api/rpc/twice?n=7"));
    assertEquals("1 2", ids(ada.get("/api/rpc/posts_of?author=1")));
    String document = ada.get("/api/openapi.json").body();
    assertTrue(document.contains("/rpc/twice") && !document.contains("/rpc/thrice"), document);
  }

  @Test
  void whatTheDatabaseTellsIsHeldToThePolicy() throws SQLException {
    ChangeCapture capture =
        guarded()
            .node()
            .services(ConnectedDatabase.class)
            .getFirst()
            .pack()
            .changes()
            .orElseThrow();
    URI changes = URI.create(guarded().node().address().toString()).resolve("/api/posts/changes");
    GuardedNode.Caller author = guarded().caller("1", "author");
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    elsewhere(capture.install());
    elsewhere(List.of("SELECT sqlx_changes.watch('public', 'posts')"));
    try (EventsOf told = EventsOf.at(changes, "Authorization", author.authorization());
        EventsOf all = EventsOf.at(changes, "Authorization", admin.authorization())) {
      assertEquals("notification", told.first().data().at("/by").asText());
      elsewhere(
          List.of("INSERT INTO posts VALUES (500, 2, 'hidden', false), (501, 1, 'own', false)"));
      told.await("insert", "501");
      all.await("insert", "500");
      // Changes that follow each other at once are one event, so each waits for the one before.
      elsewhere(List.of("UPDATE posts SET title = 'x' WHERE id >= 500"));
      told.await("update", "501");
      all.await("update", "500");
      elsewhere(List.of("DELETE FROM posts WHERE id >= 500"));
      all.await("delete", "501");
      elsewhere(List.of("INSERT INTO posts VALUES (502, 1, 'last', false)"));
      told.await("insert", "502");
      // Of a row that is gone nobody can say whether the author would have seen it.
      assertTrue(
          told.all().stream()
              .noneMatch(event -> event.key().equals("500") || event.name().equals("delete")),
          () -> "told: " + told.all());
    } finally {
      elsewhere(capture.remove());
      elsewhere(List.of("DELETE FROM posts WHERE id >= 500"));
    }
  }

  private void elsewhere(List<String> statements) throws SQLException {
    try (Connection connection = database().connect()) {
      Sql.execute(connection, statements.toArray(String[]::new));
    }
  }

  @Test
  void aViewIsWrittenAsThePolicySaysOfIt() throws SQLException {
    GuardedNode.Caller ada = guarded().caller("1", "publisher");
    assertEquals("1 2", ids(ada.get("/api/open_posts?sort=id")));
    String own = "{\"id\":70,\"author_id\":1,\"title\":\"through\"}";
    assertEquals(201, ada.send("POST", "/api/open_posts", own).status());
    refused(
        403,
        "SQLX326",
        ada.send("POST", "/api/open_posts", own.replace("\"author_id\":1", "\"author_id\":2")));
    assertEquals(
        "{\"changed\":1}",
        ada.send("PATCH", "/api/open_posts?id=in.(70,3)", "{\"title\":\"mine\"}").body());
    assertEquals("Loops", read("SELECT title FROM posts WHERE id = 3"));
    refused(403, "SQLX321", ada.send("DELETE", "/api/open_posts?id=eq.70", null));
    assertEquals("mine", read("SELECT title FROM posts WHERE id = 70"));
    assertEquals(
        204, guarded().caller("9", "admin").send("DELETE", "/api/posts/70", null).status());
  }
}
