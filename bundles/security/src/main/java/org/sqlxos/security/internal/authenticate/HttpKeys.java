package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * Fetches keys with HTTP: from a URL, or from the one that an OpenID provider names in its
 * configuration (OpenID Connect Discovery 1.0, 4).
 */
public final class HttpKeys implements RemoteKeys.Fetch, AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int GREATEST_BYTES = 256 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI from;
  private final boolean discovered;

  private HttpKeys(URI from, boolean discovered) {
    this.from = trusted(from);
    this.discovered = discovered;
  }

  /** From a JWK set. */
  public static HttpKeys at(String url) {
    return new HttpKeys(URI.create(url), false);
  }

  /** From an OpenID provider. */
  public static HttpKeys of(String issuer) {
    return new HttpKeys(URI.create(issuer), true);
  }

  @Override
  public URI from() {
    return from;
  }

  @Override
  public String keySet() throws IOException, ParseException, InterruptedException {
    return get(discovered ? discovered() : from);
  }

  private URI discovered() throws IOException, ParseException, InterruptedException {
    String issuer = from.toString();
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    var document =
        JSONObjectUtils.parse(get(URI.create(base + "/.well-known/openid-configuration")));
    if (!issuer.equals(JSONObjectUtils.getString(document, "issuer"))) {
      throw new IOException("its configuration is that of another issuer");
    }
    URI keys = JSONObjectUtils.getURI(document, "jwks_uri");
    if (keys == null) {
      throw new IOException("its configuration names no keys");
    }
    return trusted(keys);
  }

  private String get(URI uri) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(uri).timeout(LIMIT).header("Accept", "application/json").build(),
            BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      byte[] bytes = body.readNBytes(GREATEST_BYTES + 1);
      if (bytes.length > GREATEST_BYTES) {
        throw new IOException("the answer is longer than %d bytes".formatted(GREATEST_BYTES));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  // Whoever can change what is read over plain HTTP can make tokens.
  private static URI trusted(URI uri) {
    boolean plain = "http".equals(uri.getScheme()) && local(uri.getHost());
    if (!plain && !"https".equals(uri.getScheme())) {
      throw SecurityProblem.KEYS_INVALID.problem(
          "keys for tokens are not fetched from \"%s\"".formatted(uri),
          "https: expected; http: from this machine only");
    }
    return uri;
  }

  private static boolean local(String host) {
    try {
      return "localhost".equals(host)
          || InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
