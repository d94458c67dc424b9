package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.PolicySuite.refused;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which changes callers are told of under the policy of {@link PolicySuite}, by comparing rows. */
interface GuardedChangeTests {

  GuardedNode guarded();

  private GuardedNode.Caller admin() {
    return guarded().caller("9", "admin");
  }

  private EventsOf anonymous(String path) {
    return EventsOf.at(URI.create(guarded().node().address().toString()).resolve(path));
  }

  private void post(int id, boolean published) {
    Http.Answer made =
        admin()
            .send(
                "POST",
                "/api/posts",
                "{\"id\":%d,\"author_id\":1,\"title\":\"t\",\"published\":%s}"
                    .formatted(id, published));
    assertEquals(201, made.status(), made::toString);
  }

  private void change(int id, String values) {
    Http.Answer changed = admin().send("PATCH", "/api/posts/" + id, values);
    assertEquals(200, changed.status(), changed::toString);
  }

  @Test
  default void hiddenRowsAreNeverToldOf() {
    try (EventsOf events = anonymous("/api/posts/changes")) {
      post(300, false);
      change(300, "{\"title\":\"still hidden\"}");
      post(301, true);
      EventsOf.Event shown = events.await("insert", "301");
      assertEquals("t", shown.data().at("/row/title").asText(), shown::toString);
      admin().send("DELETE", "/api/posts/300", null);
      change(301, "{\"title\":\"seen\"}");
      assertEquals("seen", events.await("update", "301").data().at("/row/title").asText());
      // What leaves the sight of a caller is gone for it.
      change(301, "{\"published\":false}");
      events.await("delete", "301");
      assertTrue(
          events.all().stream().noneMatch(event -> event.key().equals("300")),
          () -> "told: " + events.all());
      admin().send("DELETE", "/api/posts/301", null);
    }
  }

  @Test
  default void columnsThatTheCallerMayNotReadAreNotInTheRow() {
    try (EventsOf events = anonymous("/api/users/changes?id=eq.3")) {
      admin().send("PATCH", "/api/users/3", "{\"name\":\"Eva\",\"secret\":\"s\"}");
      assertEquals(
          "{\"id\":3,\"name\":\"Eva\"}", events.await("update", "3").data().at("/row").toString());
      admin().send("PATCH", "/api/users/3", "{\"name\":\"Eve\",\"secret\":\"e3\"}");
    }
  }

  @Test
  default void whoMayNotReadIsNotListenedTo() {
    Http http = guarded().anonymous();
    refused(
        404,
        "SQLX101",
        http.send("GET", "/api/comments/changes", null, "Accept", "text/event-stream"));
    refused(
        400,
        "SQLX120",
        http.send("GET", "/api/users/changes?secret=eq.a1", null, "Accept", "text/event-stream"));
    refused(406, "SQLX107", http.get("/api/users/changes"));
    refused(406, "SQLX107", http.send("GET", "/api/users/changes", null, "Accept", "*/*"));
    assertEquals("GET, OPTIONS", http.send("POST", "/api/users/changes", "{}").header("Allow"));
  }

  @Test
  default void moreRowsThanAreComparedAreRefused() {
    String rows =
        IntStream.range(400, 425)
            .mapToObj("{\"id\":%d,\"post_id\":1}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    assertEquals(201, admin().send("POST", "/api/comments", rows).status());
    refused(
        422,
        "SQLX173",
        admin().send("GET", "/api/comments/changes", null, "Accept", "text/event-stream"));
    assertEquals(200, admin().send("DELETE", "/api/comments?id=gte.400", null).status());
  }
}
