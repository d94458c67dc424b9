package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.runtime.api.SqlxRuntime;

/** What a node does to whom nothing has been said about who may do what. */
class ServeIT {

  @TempDir Path folder;

  private SqlxRuntime serve(String open) throws Exception {
    Path shop = Files.copy(Product.HOME.resolve("shop.db"), folder.resolve("shop.db"));
    SqlxRuntime node =
        SqlxRuntime.builder()
            .bundles(Product.HOME.resolve("bundles"))
            .data(folder.resolve("data"))
            .set("http.port", "0")
            .set("databases.shop.url", "sqlite:" + shop)
            .set("security.open", open)
            .start();
    node.awaitService(LiveCatalog.class, "(sqlx.database=shop)", Duration.ofSeconds(30))
        .orElseThrow();
    return node;
  }

  @Test
  void nobodyIsLetInWithoutAPolicy() throws Exception {
    try (SqlxRuntime node = serve("false")) {
      Http http = new Http(URI.create(node.address().toString()));
      for (String path : new String[] {"/api", "/api/openapi.json", "/api/customers", "/api/no"}) {
        Http.Answer answer = http.get(path);
        assertEquals(401, answer.status(), answer::toString);
        assertEquals("SQLX310", answer.json().get("code").asText());
        assertEquals("Bearer realm=\"sqlx\"", answer.header("WWW-Authenticate"));
      }
      assertEquals(401, http.post("/api/customers", "{}").status());
      assertEquals(401, http.delete("/api/customers/1").status());
    }
  }

  @Test
  void anOpenNodeIsOpenUnderItsOwnNamesOnly() throws Exception {
    try (SqlxRuntime node = serve("true")) {
      Http http = new Http(URI.create(node.address().toString()));
      assertEquals(200, http.get("/api/customers").status());
      assertEquals(
          401,
          RawHttp.send(
                  http.base(),
                  "GET /api/customers HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
              .status());
    }
  }

  @Test
  void whoGuessesCredentialsIsStoppedAndNobodyElse() throws Exception {
    Path shop = Files.copy(Product.HOME.resolve("shop.db"), folder.resolve("shop.db"));
    try (GuardedNode node =
        GuardedNode.serving(
            "sqlite:" + shop,
            "roles: {clerk: {tables: {customers: all}}}",
            Map.of("security.failures.max", "3"))) {
      GuardedNode.Caller known = node.caller("1", "clerk");
      assertEquals(200, known.get("/api/customers/42").status());
      for (int i = 0; i < 3; i++) {
        assertEquals("SQLX316", guess(node, "sqlx_guess_" + i).json().get("code").asText());
      }
      Http.Answer stopped = guess(node, "sqlx_guess_4");
      assertEquals(429, stopped.status(), stopped::toString);
      assertEquals("SQLX331", stopped.json().get("code").asText());
      assertTrue(Integer.parseInt(stopped.header("Retry-After")) > 0, stopped::toString);
      assertEquals(429, node.caller("2", "clerk").get("/api/customers/42").status());
      // Who was found good a moment ago shares no fate with whoever is behind the same address.
      assertEquals(200, known.get("/api/customers/42").status());
      assertEquals(401, node.anonymous().get("/api/customers/42").status());
    }
  }

  private static Http.Answer guess(GuardedNode node, String key) {
    return node.anonymous().send("GET", "/api/customers/42", null, "X-API-Key", key);
  }

  @Test
  void nothingLargeIsReadOfWhoIsNotLetIn() throws Exception {
    try (SqlxRuntime node = serve("false")) {
      URI base = URI.create(node.address().toString());
      String post =
          "POST /api/customers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n";
      RawHttp.Answer body = RawHttp.send(base, post + "Authorization: Bearer x\r\n\r\n{");
      assertEquals(401, body.status(), body::toString);
      assertTrue(body.isProblem(), body::toString);
      RawHttp.Answer header =
          RawHttp.send(base, post + "Authorization: Bearer " + "x".repeat(100_000) + "\r\n\r\n");
      assertEquals(431, header.status(), header::toString);
      assertEquals(401, new Http(base).get("/api/customers").status());
    }
  }
}
