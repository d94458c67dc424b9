package org.sqlxos.wirevm.internal.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, as URLs say it: seconds, or a number with its unit. */
public final class UrlDuration {

  /** Said to whoever writes it otherwise. */
  public static final String EXPECTED =
      "a time up to a day: seconds, or with a unit as in 500ms, 30s, 5min, 1h";

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|min|h)?");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms",
          Duration.ofMillis(1),
          "s",
          Duration.ofSeconds(1),
          "min",
          Duration.ofMinutes(1),
          "h",
          Duration.ofHours(1));
  private static final Duration LONGEST = Duration.ofDays(1);

  private UrlDuration() {}

  /** Empty if it is none, or zero, or more than a day. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    Duration duration =
        UNITS.getOrDefault(unit, LONGEST).multipliedBy(Long.parseLong(matcher.group(1)));
    boolean fits = duration.isPositive() && duration.compareTo(LONGEST) <= 0;
    return fits ? Optional.of(duration) : Optional.empty();
  }
}
