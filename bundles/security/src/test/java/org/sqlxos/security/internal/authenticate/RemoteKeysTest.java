package org.sqlxos.security.internal.authenticate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** Against a real server of keys on this machine. */
class RemoteKeysTest {

  private static final RemoteKeys.Times TIMES =
      new RemoteKeys.Times(Duration.ofMinutes(10), Duration.ofSeconds(30));

  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private HttpServer server;
  private String base;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String document = documents.get(exchange.getRequestURI().getPath());
          fetched.incrementAndGet();
          byte[] body = (document == null ? "" : document).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              document == null ? 500 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void publish(String... names) {
    StringBuilder keys = new StringBuilder();
    for (String name : names) {
      keys.append(keys.isEmpty() ? "" : ",")
          .append("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"")
          .append(name)
          .append("\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    }
    documents.put("/keys", "{\"keys\":[" + keys + "]}");
  }

  private RemoteKeys keys() {
    return new RemoteKeys(HttpKeys.at(base + "/keys"), TIMES, now::get);
  }

  private static List<String> names(List<JWK> keys) {
    return keys.stream().map(JWK::getKeyID).toList();
  }

  private void later(Duration duration) {
    now.updateAndGet(moment -> moment.plus(duration));
  }

  @Test
  void fetchesOnceForManyTokens() {
    publish("a");
    RemoteKeys keys = keys();
    for (int i = 0; i < 100; i++) {
      assertEquals(List.of("a"), names(keys.keys("a")));
    }
    assertEquals(1, fetched.get());
  }

  @Test
  void fetchesAgainForAnUnknownKeyButNotForEachOne() {
    publish("a");
    RemoteKeys keys = keys();
    assertEquals(List.of("a"), names(keys.keys("a")));
    publish("a", "b");
    later(TIMES.pause());
    assertEquals(List.of("a", "b"), names(keys.keys("b")));
    for (int i = 0; i < 100; i++) {
      assertEquals(List.of("a", "b"), names(keys.keys("unknown" + i)));
    }
    assertEquals(2, fetched.get());
  }

  @Test
  void goesOnWithTheKeysItHasWhileTheServerIsAway() {
    publish("a");
    RemoteKeys keys = keys();
    assertEquals(List.of("a"), names(keys.keys("a")));
    server.stop(0);
    later(TIMES.refresh().plusSeconds(1));
    assertEquals(List.of("a"), names(keys.keys("a")));
    assertEquals(1, keys.generation());
  }

  @Test
  void saysThatThereWereNeverKeysAndTriesAgainAfterAPause() {
    RemoteKeys keys = keys();
    for (int i = 0; i < 10; i++) {
      ProblemException away = assertThrows(ProblemException.class, () -> keys.keys("a"));
      assertEquals(SecurityProblem.KEYS_AWAY, away.problem().code());
    }
    assertEquals(1, fetched.get());
    publish("a");
    later(TIMES.pause());
    assertEquals(List.of("a"), names(keys.keys("a")));
  }

  @Test
  void takesNoSecretsThatArePublished() {
    documents.put("/keys", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"c2VjcmV0\"}]}");
    assertEquals(List.of(), keys().keys("s"));
  }

  @Test
  void findsTheKeysOfAnOpenIdProvider() {
    publish("a");
    documents.put(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(base, base));
    RemoteKeys keys = new RemoteKeys(HttpKeys.of(base), TIMES, now::get);
    assertEquals(List.of("a"), names(keys.keys("a")));
  }

  @Test
  void doesNotTakeTheConfigurationOfAnotherIssuer() {
    publish("a");
    documents.put(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"https://other\",\"jwks_uri\":\"%s/keys\"}".formatted(base));
    RemoteKeys keys = new RemoteKeys(HttpKeys.of(base), TIMES, now::get);
    assertThrows(ProblemException.class, () -> keys.keys("a"));
  }

  @Test
  void doesNotFetchKeysInTheOpen() {
    assertThrows(ProblemException.class, () -> HttpKeys.at("http://192.0.2.1/keys"));
    assertThrows(ProblemException.class, () -> HttpKeys.at("file:///etc/passwd"));
    assertTrue(HttpKeys.at("https://192.0.2.1/keys").from().isAbsolute());
  }
}
