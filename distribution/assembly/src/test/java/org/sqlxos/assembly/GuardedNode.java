package org.sqlxos.assembly;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.runtime.api.SqlxRuntime;

/** A node that serves one database as {@code sqlx serve} does, under a policy. */
final class GuardedNode implements AutoCloseable {

  private static final String SECRET = "a-secret-of-thirty-two-bytes-or-more";

  private final Path folder;
  private final SqlxRuntime node;

  private GuardedNode(Path folder, SqlxRuntime node) {
    this.folder = folder;
    this.node = node;
  }

  /**
   * @param settings more of the configuration
   */
  static GuardedNode serving(String url, String policy, Map<String, String> settings)
      throws IOException {
    Path folder = Files.createTempDirectory("sqlx-guarded");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("policy.yaml"), policy);
    Files.writeString(data.resolve("secret"), SECRET);
    SqlxRuntime.Builder builder =
        SqlxRuntime.builder()
            .bundles(Product.HOME.resolve("bundles"))
            .data(data)
            .set("http.port", "0")
            .set("databases.test.url", url)
            .set("security.jwt.secret.file", "secret");
    settings.forEach(builder::set);
    SqlxRuntime node = builder.start();
    node.awaitService(LiveCatalog.class, "(sqlx.database=test)", Duration.ofSeconds(30))
        .orElseThrow(() -> new AssertionError("the catalog did not appear within 30 s"));
    return new GuardedNode(folder, node);
  }

  Path data() {
    return folder.resolve("data");
  }

  SqlxRuntime node() {
    return node;
  }

  /** Nobody in particular. */
  Http anonymous() {
    return new Http(URI.create(node.address().toString()));
  }

  /** Somebody with a token. */
  Caller caller(String subject, String role) {
    return caller(
        "{\"sub\":\"%s\",\"role\":\"%s\",\"exp\":%d}"
            .formatted(subject, role, Instant.now().getEpochSecond() + 600));
  }

  Caller caller(String claims) {
    return new Caller(anonymous(), "Bearer " + token(claims));
  }

  static String token(String claims) {
    try {
      String input =
          encode("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
              + '.'
              + encode(claims.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return input + '.' + encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() throws IOException {
    node.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A client with credentials. */
  record Caller(Http http, String authorization) {

    Http.Answer get(String path) {
      return send("GET", path, null);
    }

    Http.Answer send(String method, String path, String json, String... headers) {
      String[] all = Arrays.copyOf(headers, headers.length + 2);
      all[headers.length] = "Authorization";
      all[headers.length + 1] = authorization;
      return http.send(method, path, json, all);
    }
  }
}
