package org.sqlxos.wirevm.internal.driver;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

/**
 * What a driver is asked to connect to. A URL {@code jdbc:...} is the driver's own and goes to it
 * as it is. {@code scheme://user:password@host:port/database?name=value} is taken apart: user,
 * password and parameters become properties, the rest is put into the pack's URL.
 */
record DriverUrl(String text, Properties properties) {

  private static final String OWN = "jdbc:";

  /**
   * @param path the absolute path, if the URL is that of a file
   */
  static DriverUrl of(DriverSettings settings, ConnectionUrl url, @Nullable String path) {
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    if (url.scheme().equals("jdbc") || url.scheme().startsWith(OWN)) {
      return new DriverUrl(url.scheme() + ":" + url.rest(), properties);
    }
    if (!settings.url().contains("${host}")) {
      String rest = path == null ? url.rest() : path;
      return new DriverUrl(settings.url().replace("${rest}", rest), properties);
    }
    URI uri = parse(url);
    login(uri, properties);
    parameters(uri, properties);
    int port = uri.getPort() < 0 ? settings.port() : uri.getPort();
    String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    Map<String, String> parts =
        Map.of("${host}", uri.getHost(), "${port}", port + "", "${database}", database);
    String text = settings.url();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text = text.replace(part.getKey(), part.getValue());
    }
    return new DriverUrl(text, properties);
  }

  private static URI parse(ConnectionUrl url) {
    try {
      URI uri = new URI("x:" + url.rest());
      // What ends a part of a driver's URL must not come from a name.
      if (uri.getHost() != null && !uri.getPath().contains(";")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw refused(url);
    }
    throw refused(url);
  }

  private static ProblemException refused(ConnectionUrl url) {
    return WireProblem.URL_REFUSED.problem(
        "\"%s\" cannot be taken apart".formatted(url),
        "Write %s://user:password@host:port/database, with %%XX for special characters; or the driver's own URL, which begins with jdbc:."
            .formatted(url.scheme()));
  }

  private static void login(URI uri, Properties properties) {
    String login = uri.getRawUserInfo();
    if (login == null) {
      return;
    }
    int colon = login.indexOf(':');
    properties.put("user", decode(colon < 0 ? login : login.substring(0, colon)));
    if (colon >= 0) {
      properties.put("password", decode(login.substring(colon + 1)));
    }
  }

  private static void parameters(URI uri, Properties properties) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        properties.put(
            decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
