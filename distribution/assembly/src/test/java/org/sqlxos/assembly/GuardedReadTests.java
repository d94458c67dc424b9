package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Pipeline;

/** What callers see under the policy of {@link PolicySuite}, over HTTP and as SQL text. */
interface GuardedReadTests {

  GuardedNode guarded();

  private GuardedNode.Caller ada() {
    return guarded().caller("1", "author");
  }

  @Test
  default void aListHoldsTheRowsOfTheCallerAndCountsNoOthers() {
    Http.Answer anonymous = guarded().anonymous().get("/api/posts?sort=id");
    assertEquals("1 3", PolicySuite.ids(anonymous));
    assertEquals(2, anonymous.json().at("/pagination/total").asInt());
    assertEquals("1 2 3", PolicySuite.ids(ada().get("/api/posts?sort=id")));
    assertEquals(
        "1 2 3 4", PolicySuite.ids(guarded().caller("9", "admin").get("/api/posts?sort=id")));
  }

  @Test
  default void aCursorGoesThroughTheRowsOfTheCaller() {
    StringBuilder seen = new StringBuilder();
    String cursor = "";
    do {
      Http.Answer page =
          guarded()
              .anonymous()
              .get("/api/posts?sort=-title&limit=1&total=estimated&cursor=" + cursor);
      seen.append(PolicySuite.ids(page)).append(' ');
      assertEquals(2, page.json().at("/pagination/total").asInt());
      cursor = page.json().at("/pagination/next").textValue();
    } while (cursor != null);
    assertEquals("1 3 ", seen.toString());
    assertEquals("1 2 3", PolicySuite.ids(ada().get("/api/posts?sort=id&limit=50&cursor=")));
    assertEquals(
        guarded().anonymous().get("/api/users?cursor=&sort=nonsense").body(),
        guarded()
            .anonymous()
            .get("/api/users?cursor=&sort=secret")
            .body()
            .replace("secret", "nonsense"));
  }

  @Test
  default void aHiddenRowIsAMissingOne() {
    GuardedWriteTests.same(
        guarded().anonymous().get("/api/posts/4"), guarded().anonymous().get("/api/posts/99"));
    GuardedWriteTests.same(ada().get("/api/posts/4"), ada().get("/api/posts/99"));
    for (String method : List.of("PATCH", "DELETE")) {
      String body = method.equals("PATCH") ? "{\"title\":\"x\"}" : null;
      GuardedWriteTests.same(
          ada().send(method, "/api/posts/4", body), ada().send(method, "/api/posts/99", body));
      // Seen, but of another author.
      assertEquals(404, ada().send(method, "/api/posts/3", body).status());
    }
    GuardedWriteTests.same(ada().get("/api/posts/4/comments"), ada().get("/api/posts/99/comments"));
  }

  @Test
  default void aHiddenColumnIsAMissingOneWhateverIsDoneWithIt() {
    for (String query :
        List.of("select=%s", "%s=eq.a1", "%s=like.a*", "sort=%s", "sort=-%s", "%s=is.null")) {
      Http.Answer hidden = guarded().anonymous().get("/api/users?" + query.formatted("secret"));
      Http.Answer unknown = guarded().anonymous().get("/api/users?" + query.formatted("nonsense"));
      assertEquals(400, hidden.status(), hidden::toString);
      assertEquals(
          unknown.body().replace("nonsense", "secret"), hidden.body(), "told apart: " + query);
    }
    assertFalse(guarded().anonymous().get("/api/users/1").body().contains("a1"));
  }

  @Test
  default void aHiddenColumnIsAMissingOneInRelatedRowsAndGroupsToo() {
    for (String path :
        List.of(
            "/api/posts?select=id,author(%s)",
            "/api/posts?select=id,x:author!inner(y:%s)",
            "/api/posts?select=id,author(id)&author.%s=like.a*",
            "/api/posts?select=id,author(id)&author.or=(%s.eq.a1,id.eq.1)",
            "/api/posts?author=some.(%s.like.a*)",
            "/api/posts?author=not.some.(%s.like.a*)",
            "/api/users?select=id,posts(id,author(%s))",
            "/api/users?select=%s.max()",
            "/api/users?select=%s,n:count()",
            "/api/users?select=n:count()&%s=eq.a1",
            "/api/users/1/posts?select=author(%s)")) {
      Http.Answer hidden = guarded().anonymous().get(path.formatted("secret"));
      Http.Answer unknown = guarded().anonymous().get(path.formatted("nonsense"));
      assertTrue(hidden.status() >= 400 && hidden.status() < 500, () -> path + hidden);
      assertEquals(unknown.body().replace("nonsense", "secret"), hidden.body(), path);
    }
    for (String path :
        List.of(
            "/api/posts?select=id,%s(id)",
            "/api/posts?%s=some.()", "/api/posts?select=id,n:%s(count())", "/api/posts/1/%s")) {
      Http.Answer hidden = guarded().anonymous().get(path.formatted("comments"));
      Http.Answer unknown = guarded().anonymous().get(path.formatted("nonsense"));
      assertTrue(hidden.status() >= 400 && hidden.status() < 500, () -> path + hidden);
      assertEquals(unknown.body().replace("nonsense", "comments"), hidden.body(), path);
    }
  }

  @Test
  default void aHiddenTableIsAMissingOne() {
    Http.Answer hidden = guarded().anonymous().get("/api/comments");
    Http.Answer unknown = guarded().anonymous().get("/api/nonsense");
    assertEquals(404, hidden.status(), hidden::toString);
    assertEquals(unknown.body().replace("nonsense", "comments"), hidden.body());
    assertFalse(guarded().anonymous().get("/api").body().contains("comments"));
    String document = guarded().anonymous().get("/api/openapi.json").body();
    assertFalse(document.contains("comments") || document.contains("secret"), document);
    assertTrue(guarded().caller("9", "admin").get("/api/openapi.json").body().contains("secret"));
  }

  @Test
  default void rowsFiltersHoldThroughRelations() {
    assertEquals("1", PolicySuite.ids(guarded().anonymous().get("/api/users/1/posts")));
    assertEquals("1 2", PolicySuite.ids(ada().get("/api/users/1/posts?sort=id")));
    assertEquals("3", PolicySuite.ids(ada().get("/api/users/2/posts")));
    assertEquals("1 2", PolicySuite.ids(ada().get("/api/comments?sort=id")));
    assertEquals(
        "1", PolicySuite.ids(guarded().caller("2", "author").get("/api/comments?sort=id&limit=1")));
  }

  @Test
  default void simpleSqlTextIsHeldToThePolicy() {
    Pipeline pipeline = guarded().node().service(Pipeline.class).orElseThrow();
    CatalogSnapshot whole = guarded().node().service(LiveCatalog.class).orElseThrow().snapshot();
    Caller nobody = new Caller("x", Set.of("anonymous"), Map.of());
    Function<String, Operation> asked =
        text ->
            new Operation(
                "direct",
                new org.sqlxos.operation.api.Sql("any", text, List.of()),
                nobody,
                whole,
                Deadline.in(Duration.ofSeconds(10)));
    try (Outcome outcome = pipeline.run(asked.apply("SELECT id FROM posts ORDER BY id"))) {
      Outcome.Rows rows = (Outcome.Rows) outcome;
      List<Long> ids = new ArrayList<>();
      while (rows.cursor().next()) {
        ids.add(rows.cursor().getLong(0));
      }
      assertEquals(List.of(1L, 3L), ids);
    }
    for (String text :
        List.of(
            "SELECT secret FROM users",
            "SELECT id FROM users WHERE secret = 'a1'",
            "SELECT id FROM comments",
            "DELETE FROM posts WHERE id = 1",
            "SELECT 1",
            "SELECT id FROM posts UNION SELECT id FROM comments")) {
      ProblemException refusal =
          assertThrows(ProblemException.class, () -> pipeline.run(asked.apply(text)), text);
      assertTrue(refusal.problem().code().status() < 502, () -> refusal.problem().toString());
    }
    assertEquals(200, guarded().caller("9", "admin").get("/api/posts/1").status());
  }

  @Test
  default void whatAPolicyCannotBeHeldToIsRefused() {
    Pipeline pipeline = guarded().node().service(Pipeline.class).orElseThrow();
    CatalogSnapshot whole = guarded().node().service(LiveCatalog.class).orElseThrow().snapshot();
    Query posts =
        Query.of(whole.relations().iterator().next().name(), Selected.fields(List.of("id")));
    for (Caller caller :
        List.of(
            Caller.ANONYMOUS,
            new Caller("9", Set.of("admin"), Map.of()),
            new Caller("local", Set.of("*"), Map.of()))) {
      for (Statement statement :
          List.of(
              new Command("GET", Map.of(), false),
              new Locked(posts),
              new Batch(List.of(new Command("GET", Map.of(), false))))) {
        Operation operation =
            new Operation("direct", statement, caller, whole, Deadline.in(Duration.ofSeconds(10)));
        ProblemException refusal =
            assertThrows(ProblemException.class, () -> pipeline.run(operation));
        assertEquals("SQLX321", refusal.problem().code().code());
      }
    }
  }
}
