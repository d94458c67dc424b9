package org.sqlxos.jdbc.internal.connect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.wirepack.api.ConnectionUrl;

/** {@code jdbc:sqlx:} before the URL of a database, and properties beside it. */
public final class JdbcUrl {

  /** What the URLs of this driver begin with. */
  public static final String PREFIX = "jdbc:sqlx:";

  public static final String USER = "user";
  public static final String PASSWORD = "password";

  private static final Pattern LOGIN = Pattern.compile("//([^/?:@]*)(?::[^/?]*)?@");

  private JdbcUrl() {}

  /**
   * The database's URL. A property takes the place of what the URL says: user and password, and
   * every other becomes a parameter.
   */
  public static ConnectionUrl parse(String url, Properties properties) throws SQLException {
    ConnectionUrl plain;
    try {
      plain = ConnectionUrl.parse(url.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw JdbcProblem.NO_PACK.exception(
          "The URL has no scheme behind " + PREFIX, "An example: jdbc:sqlx:postgresql://host/name");
    }
    return plain.rest().startsWith("//")
        ? new ConnectionUrl(plain.scheme(), with(plain.rest(), properties))
        : plain;
  }

  /** Who connects; empty if the URL does not say. */
  public static String user(ConnectionUrl url) {
    Matcher matcher = LOGIN.matcher(url.rest());
    return matcher.lookingAt()
        ? URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8)
        : "";
  }

  private static String with(String rest, Properties properties) {
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    StringBuilder parameters = new StringBuilder(question < 0 ? "" : rest.substring(question + 1));
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> sorted.put(name, value(properties, name)));
    sorted.forEach(
        (name, value) -> {
          if (!name.equals(USER) && !name.equals(PASSWORD)) {
            parameters.append(parameters.isEmpty() ? "" : "&");
            parameters.append(encoded(name)).append('=').append(encoded(value));
          }
        });
    String login = login(place, properties);
    return login + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private static String login(String place, Properties properties) {
    String user = value(properties, USER);
    String password = value(properties, PASSWORD);
    if (user.isEmpty() && password.isEmpty()) {
      return place;
    }
    int slash = place.indexOf('/', 2);
    int end = slash < 0 ? place.length() : slash;
    int at = place.lastIndexOf('@', end);
    String given = at < 0 ? "" : place.substring(2, at);
    int colon = given.indexOf(':');
    String ownUser = colon < 0 ? given : given.substring(0, colon);
    String ownPassword = colon < 0 ? "" : given.substring(colon + 1);
    return "//"
        + (user.isEmpty() ? ownUser : encoded(user))
        + ':'
        + (password.isEmpty() ? ownPassword : encoded(password))
        + '@'
        + place.substring(at < 0 ? 2 : at + 1);
  }

  private static String value(Properties properties, String name) {
    return properties.getProperty(name, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
