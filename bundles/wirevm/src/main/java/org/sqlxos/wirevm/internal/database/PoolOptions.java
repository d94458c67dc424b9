package org.sqlxos.wirevm.internal.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pool.PoolSettings;
import org.sqlxos.wirevm.internal.session.UrlDuration;

/**
 * The pool of a database: as configured, and above that as the URL's own parameters {@code
 * pool_...} say.
 *
 * @param url without these parameters
 * @param settings for connections that can be shared by so many readers as {@code readersEach} says
 */
record PoolOptions(ConnectionUrl url, PoolSettings settings) {

  /** More would only wait longer for their turn. */
  private static final int MOST_READERS = 256;

  private static final int MOST_CONNECTIONS = 256;
  private static final String PREFIX = "pool_";
  private static final String SIZES = "a number from %d to %d";

  /** What the configuration says; the URL goes before it. */
  record Sizes(int min, int max) {}

  /** What is left of the parameters, and whom to blame. */
  private record Reader(String database, Map<String, String> parameters) {

    int number(String name, int usual, int least, int most) {
      String text = parameters.remove(name);
      int number = usual;
      try {
        number = text == null ? usual : Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw refused(name, text, SIZES.formatted(least, most));
      }
      if (number < least || number > most) {
        throw refused(name, Integer.toString(number), SIZES.formatted(least, most));
      }
      return number;
    }

    Duration time(String name, Duration usual) {
      String text = parameters.remove(name);
      if (text == null) {
        return usual;
      }
      if (text.equals("0")) {
        return Duration.ZERO;
      }
      Optional<Duration> time = UrlDuration.parse(text);
      if (time.isEmpty()) {
        throw refused(name, text, "0 for never, or " + UrlDuration.EXPECTED);
      }
      return time.get();
    }

    ProblemException refused(String name, @Nullable String found, String expected) {
      return WireProblem.DATABASE_MISCONFIGURED.problem(
          "%s of \"%s\" is %s; %s expected"
              .formatted(name.replace(PREFIX, "pool."), database, found, expected));
    }
  }

  static PoolOptions of(String database, Sizes configured, ConnectionUrl url) {
    Map<String, String> parameters = new LinkedHashMap<>();
    ConnectionUrl rest = take(url, parameters);
    Reader reader = new Reader(database, parameters);
    int max = reader.number("pool_max", configured.max(), 1, MOST_CONNECTIONS);
    PoolSettings.Size size =
        new PoolSettings.Size(
            reader.number("pool_min", Math.min(max, configured.min()), 0, max),
            max,
            reader.number("pool_readers", MOST_READERS, 1, MOST_READERS));
    PoolSettings usual = PoolSettings.of(size);
    PoolSettings settings =
        new PoolSettings(
            size,
            new PoolSettings.Patience(
                reader.time("pool_wait", usual.patience().borrow()),
                reader.time("pool_outage", usual.patience().outage()),
                reader.time("pool_drain", usual.patience().drain())),
            new PoolSettings.Upkeep(
                reader.time("pool_idle", usual.upkeep().idle()),
                reader.time("pool_lifetime", usual.upkeep().lifetime()),
                reader.time("pool_ping", usual.upkeep().ping())),
            new PoolSettings.Lanes(
                reader.time("pool_slow", usual.lanes().slow()),
                reader.number("pool_reserved", (int) (100 * usual.lanes().reserved()), 0, 100)
                    / 100.0),
            reader.time("pool_leak", usual.leak()));
    if (!parameters.isEmpty()) {
      throw reader.refused(
          parameters.keySet().iterator().next(),
          "unknown",
          "pool_min, pool_max, pool_readers, pool_wait, pool_outage, pool_drain, pool_idle,"
              + " pool_lifetime, pool_ping, pool_slow, pool_reserved or pool_leak");
    }
    return new PoolOptions(rest, settings);
  }

  /** Takes the pool's parameters out of a URL; the others are the pack's. */
  private static ConnectionUrl take(ConnectionUrl url, Map<String, String> parameters) {
    int question = url.rest().indexOf('?');
    if (question < 0) {
      return url;
    }
    List<String> others = new ArrayList<>();
    for (String parameter : url.rest().substring(question + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (parameter.startsWith(PREFIX) && equals > 0) {
        parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
      } else {
        others.add(parameter);
      }
    }
    String kept = String.join("&", others);
    String place = url.rest().substring(0, question);
    return new ConnectionUrl(url.scheme(), kept.isEmpty() ? place : place + "?" + kept);
  }
}
