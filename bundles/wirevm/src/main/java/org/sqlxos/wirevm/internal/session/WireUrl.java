package org.sqlxos.wirevm.internal.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.UrlDefaults;

/**
 * What a URL {@code scheme://user:password@host:port/database?name=value} says. User, password and
 * database are percent-encoded. There may be several hosts, {@code host1:port1,host2:port2}.
 *
 * @param server the one that is connected to
 * @param servers all of them
 * @param options the parameters that are the pack's own
 */
record WireUrl(
    String user,
    String password,
    Host server,
    String database,
    TlsMode tls,
    String rootCertificate,
    Timeouts timeouts,
    Map<String, String> options,
    Servers servers) {

  private static final String TLS = "sslmode";
  private static final String ROOT = "sslrootcert";
  private static final String CONNECT = "connect_timeout";
  private static final String STATEMENT = "statement_timeout";
  private static final String ROLE = "target_session_attrs";
  private static final String READ_FROM = "read_from";
  private static final String REPLICAS = "replicas";
  private static final String SILENCE = "socket_timeout";
  private static final Duration USUAL_CONNECT = Duration.ofSeconds(10);

  /**
   * How long things may take.
   *
   * @param connect until the connection is ready
   * @param statement each statement, besides the caller's deadline
   * @param silence the longest wait for bytes of an answer; zero means for ever
   */
  record Timeouts(Duration connect, Optional<Duration> statement, Duration silence) {

    /** The sooner of the caller's deadline and the URL's own. */
    Deadline limit(Deadline deadline) {
      if (statement.isEmpty()) {
        return deadline;
      }
      Deadline own = Deadline.in(statement.get());
      return own.remainingNanos() < deadline.remainingNanos() ? own : deadline;
    }
  }

  /**
   * @param own the parameters that the pack knows besides those of the engine
   */
  static WireUrl parse(ConnectionUrl url, int usualPort, List<String> own, UrlDefaults defaults) {
    String rest = url.rest();
    if (!rest.startsWith("//")) {
      throw refused(url, "It has no host", url.scheme() + "://user:password@host/database");
    }
    int question = rest.indexOf('?');
    Map<String, String> parameters =
        parameters(url, question < 0 ? "" : rest.substring(question + 1));
    String place = question < 0 ? rest.substring(2) : rest.substring(2, question);
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    String database = slash < 0 ? "" : decode(url, place.substring(slash + 1));
    int at = authority.lastIndexOf('@');
    String login = at < 0 ? "" : authority.substring(0, at);
    int colon = login.indexOf(':');
    String user = decode(url, colon < 0 ? login : login.substring(0, colon));
    String password = colon < 0 ? "" : decode(url, login.substring(colon + 1));
    List<Host> hosts = WireHosts.parse(url, authority.substring(at + 1), usualPort);
    Servers servers = servers(url, parameters, hosts, usualPort);
    @Nullable String mode = parameters.remove(TLS);
    TlsMode tls = tls(url, mode == null ? defaults.tls().get(url.scheme()) : mode, hosts);
    String root = orEmpty(parameters.remove(ROOT));
    Timeouts timeouts = timeouts(url, parameters);
    requireKnown(url, parameters.keySet(), own);
    Host first = hosts.getFirst();
    return new WireUrl(user, password, first, database, tls, root, timeouts, parameters, servers);
  }

  String host() {
    return server.name();
  }

  int port() {
    return server.port();
  }

  /** The same for one of the servers. */
  WireUrl on(Host other) {
    return new WireUrl(
        user, password, other, database, tls, rootCertificate, timeouts, options, servers);
  }

  private static Servers servers(
      ConnectionUrl url, Map<String, String> parameters, List<Host> hosts, int usualPort) {
    String replicas = parameters.remove(REPLICAS);
    return new Servers(
        hosts,
        role(url, ROLE, parameters.remove(ROLE))
            .orElse(hosts.size() > 1 ? TargetRole.PRIMARY : TargetRole.ANY),
        replicas == null ? List.of() : WireHosts.parse(url, replicas, usualPort),
        role(url, READ_FROM, parameters.remove(READ_FROM)).orElse(TargetRole.ANY));
  }

  private static Optional<TargetRole> role(
      ConnectionUrl url, String name, @Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    Optional<TargetRole> role = TargetRole.parse(written);
    if (role.isEmpty()) {
      throw refused(url, "Its " + name + " is \"" + written + "\"", TargetRole.EXPECTED);
    }
    return role;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Map<String, String> parameters(ConnectionUrl url, String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&", -1)) {
      if (parameter.isEmpty()) {
        continue;
      }
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw refused(url, "A parameter has no value", "name=value");
      }
      String name = decode(url, parameter.substring(0, equals));
      // The two other ways to write it that are common.
      String known = Set.of("ssl-mode", "sslMode", "tls", "ssl").contains(name) ? TLS : name;
      parameters.put(known, decode(url, parameter.substring(equals + 1)));
    }
    return parameters;
  }

  private static void requireKnown(ConnectionUrl url, Set<String> given, List<String> own) {
    for (String name : given) {
      if (!own.contains(name)) {
        throw refused(
            url,
            "It has the unknown parameter \"" + name + "\"",
            "one of "
                + TLS
                + ", "
                + ROOT
                + ", "
                + String.join(", ", CONNECT, STATEMENT, SILENCE, ROLE, READ_FROM, REPLICAS)
                + (own.isEmpty() ? "" : ", " + String.join(", ", own)));
      }
    }
  }

  private static TlsMode tls(ConnectionUrl url, @Nullable String mode, List<Host> hosts) {
    if (mode == null) {
      return hosts.stream().allMatch(Host::loopback) ? TlsMode.PREFER : TlsMode.VERIFY_FULL;
    }
    return switch (mode.toLowerCase(Locale.ROOT).replace('_', '-')) {
      case "disable", "disabled", "false" -> TlsMode.DISABLE;
      case "allow", "prefer", "preferred" -> TlsMode.PREFER;
      case "require", "required", "trust" -> TlsMode.REQUIRE;
      case "verify-ca" -> TlsMode.VERIFY_CA;
      case "verify-full", "verify-identity", "true" -> TlsMode.VERIFY_FULL;
      default ->
          throw refused(
              url,
              "It has the unknown sslmode \"" + mode + "\"",
              "disable, prefer, require, verify-ca or verify-full");
    };
  }

  private static Timeouts timeouts(ConnectionUrl url, Map<String, String> parameters) {
    return new Timeouts(
        timeout(url, CONNECT, parameters.remove(CONNECT)).orElse(USUAL_CONNECT),
        timeout(url, STATEMENT, parameters.remove(STATEMENT)),
        timeout(url, SILENCE, parameters.remove(SILENCE)).orElse(Duration.ZERO));
  }

  private static Optional<Duration> timeout(ConnectionUrl url, String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<Duration> timeout = UrlDuration.parse(text);
    if (timeout.isEmpty()) {
      throw refused(url, "Its " + name + " is \"" + text + "\"", UrlDuration.EXPECTED);
    }
    return timeout;
  }

  private static String decode(ConnectionUrl url, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(url, "It has a % that is no percent-encoding", "%25 for a percent sign");
    }
  }

  static ProblemException refused(ConnectionUrl url, String found, String expected) {
    return WireProblem.URL_REFUSED.problem(
        "The URL \"%s\" cannot be used. %s; expected: %s.".formatted(url, found, expected));
  }
}
