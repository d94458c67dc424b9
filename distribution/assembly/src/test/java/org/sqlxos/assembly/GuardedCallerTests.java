package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.await.Await;

/** Who is let in under the policy of {@link PolicySuite}, and how often. */
interface GuardedCallerTests {

  GuardedNode guarded();

  private GuardedNode.Caller ada() {
    return guarded().caller("1", "author");
  }

  @Test
  default void tokensThatAreNotGoodAreRefusedAndAskedForAgain() {
    long now = Instant.now().getEpochSecond();
    String expired = "{\"sub\":\"1\",\"role\":\"admin\",\"exp\":%d}".formatted(now - 3600);
    Http.Answer answer = guarded().caller(expired).get("/api/posts");
    PolicySuite.refused(401, "SQLX313", answer);
    assertTrue(answer.header("WWW-Authenticate").contains("invalid_token"));
    String token =
        GuardedNode.token("{\"sub\":\"1\",\"role\":\"admin\",\"exp\":%d}".formatted(now + 60));
    String[] parts = token.split("\\.");
    for (String forged :
        List.of(
            parts[0] + '.' + parts[1] + '.',
            "eyJhbGciOiJub25lIn0." + parts[1] + '.',
            token.substring(0, token.length() - 4) + "AAAA",
            "x".repeat(7000))) {
      assertEquals(
          401,
          new GuardedNode.Caller(guarded().anonymous(), "Bearer " + forged)
              .get("/api/posts")
              .status());
    }
    assertEquals(
        401, new GuardedNode.Caller(guarded().anonymous(), "Basic eDp5").get("/api").status());
  }

  @Test
  default void anApiKeyIsGoodFromTheMomentItIsInTheFile() throws Exception {
    String key = "sqlx_abcdef012345_" + "k".repeat(43);
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes("UTF-8")));
    assertEquals(401, withKey(key).status());
    Files.writeString(
        guarded().data().resolve("api-keys"),
        "# keys\nabcdef012345 %s roles=author name=ci sub=1\n".formatted(hash),
        StandardOpenOption.CREATE);
    Await.until("the key is known", Duration.ofSeconds(10), () -> withKey(key).status() == 200);
    assertEquals("1 2 3", PolicySuite.ids(withKey(key)));
    assertEquals(401, withKey(key.replace('k', 'j')).status());
    PolicySuite.refused(
        400,
        "SQLX317",
        guarded()
            .anonymous()
            .send("GET", "/api/posts", null, "X-API-Key", key, "Authorization", "Bearer x"));
  }

  private Http.Answer withKey(String key) {
    return guarded().anonymous().send("GET", "/api/posts?sort=id", null, "X-API-Key", key);
  }

  @Test
  default void requestsOfOneCallerComeNoFasterThanItsRolePermits() {
    GuardedNode.Caller slow = guarded().caller("slow", "slow");
    assertEquals("1", slow.get("/api/posts").header("RateLimit-Remaining"));
    assertEquals(200, slow.get("/api/posts").status());
    Http.Answer third = slow.get("/api/posts");
    PolicySuite.refused(429, "SQLX330", third);
    assertTrue(Integer.parseInt(third.header("Retry-After")) > 0, third::toString);
    assertEquals(200, guarded().caller("other", "slow").get("/api/posts").status());
  }

  @Test
  default void pagesOfAConfiguredOriginMayReadAnswers() {
    Http http = guarded().anonymous();
    Http.Answer asked =
        http.send(
            "OPTIONS",
            "/api/posts",
            null,
            "Origin",
            "https://app.example",
            "Access-Control-Request-Method",
            "PATCH");
    assertEquals(204, asked.status());
    assertEquals("https://app.example", asked.header("Access-Control-Allow-Origin"));
    assertTrue(asked.header("Access-Control-Allow-Methods").contains("PATCH"));
    Http.Answer refused = http.send("GET", "/api/nonsense", null, "Origin", "https://app.example");
    assertEquals("https://app.example", refused.header("Access-Control-Allow-Origin"));
    assertTrue(refused.response().headers().allValues("Vary").contains("Origin"));
    assertEquals(
        "",
        http.send("GET", "/api/posts", null, "Origin", "https://evil.example")
            .header("Access-Control-Allow-Origin"));
  }

  @Test
  default void limitsOfARoleHold() {
    assertEquals(400, ada().get("/api/posts?limit=51").status());
    assertEquals(200, ada().get("/api/posts?limit=50").status());
    assertEquals(200, ada().get("/api/users?select=id,posts(comments(id))").status());
    Http.Answer deep = ada().get("/api/users?select=id,posts(comments(post(id)))");
    assertEquals(400, deep.status(), deep::toString);
    assertEquals(
        413,
        ada()
            .send("POST", "/api/posts", "{\"title\":\"%s\"}".formatted("x".repeat(3000)))
            .status());
  }

  @Test
  default void aBadPolicyFileChangesNothingAndAGoodOneCountsAtOnce() throws IOException {
    Http before = guarded().anonymous();
    assertEquals(200, before.get("/api/posts").status());
    Path file = guarded().data().resolve("policy.yaml");
    String policy = Files.readString(file);
    Files.writeString(file, policy + "  late: {tables: {users: {read: {columns: [name]}}}}\n");
    Await.until(
        "the new role is known",
        Duration.ofSeconds(10),
        () -> guarded().caller("1", "late").get("/api/users").status() == 200);
    assertEquals(
        "{\"name\":\"Ada\"}",
        guarded().caller("1", "late").get("/api/users?limit=1").json().at("/data/0").toString());
    Files.writeString(file, "roles: [");
    Await.until(
        "the node tells that the file is bad",
        Duration.ofSeconds(10),
        () -> before.get("/health").json().at("/problems/0/code").asText().equals("SQLX340"));
    assertEquals("up", before.get("/health").json().get("status").asText());
    assertEquals(200, before.get("/api/posts").status());
    assertEquals(403, before.delete("/api/posts/1").status());
    Files.writeString(file, policy);
  }
}
