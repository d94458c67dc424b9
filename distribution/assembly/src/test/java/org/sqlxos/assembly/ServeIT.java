package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
      Http http = new Http(java.net.URI.create(node.address().toString()));
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
      Http http = new Http(java.net.URI.create(node.address().toString()));
      assertEquals(200, http.get("/api/customers").status());
      assertEquals(
          401,
          RawHttp.send(
                  http.base(),
                  "GET /api/customers HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
              .status());
    }
  }
}
