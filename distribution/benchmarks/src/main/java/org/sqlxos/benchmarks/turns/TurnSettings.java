package org.sqlxos.benchmarks.turns;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param cases the names of cases; empty for all
 * @param rounds how often each contender has its turn in a case; the median counts
 * @param warmUpRounds turns in every case before the first case counts
 * @param round the length of a turn
 */
public record TurnSettings(List<String> cases, int rounds, int warmUpRounds, Duration round) {

  private static final TurnSettings DEFAULTS =
      new TurnSettings(List.of(), 7, 3, Duration.ofMillis(500));

  public TurnSettings {
    cases = List.copyOf(cases);
  }

  /**
   * Reads arguments as {@code --case=get,pipeline --rounds=9}.
   *
   * @throws IllegalArgumentException if one is unknown; the message says what there is
   */
  public static TurnSettings parse(List<String> arguments) {
    TurnSettings settings = DEFAULTS;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument : argument.substring(0, equals);
      settings = settings.with(key, argument.substring(equals + 1));
    }
    return settings;
  }

  private TurnSettings with(String key, String value) {
    return switch (key) {
      case "--case" -> new TurnSettings(List.of(value.split(",", -1)), rounds, warmUpRounds, round);
      case "--rounds" -> new TurnSettings(cases, positive(key, value), warmUpRounds, round);
      case "--warm-up-rounds" -> new TurnSettings(cases, rounds, positive(key, value), round);
      case "--round-millis" ->
          new TurnSettings(cases, rounds, warmUpRounds, Duration.ofMillis(positive(key, value)));
      default ->
          throw new IllegalArgumentException(
              key + " is unknown; there are --case, --rounds, --warm-up-rounds, --round-millis");
    };
  }

  private static int positive(String key, String value) {
    if (!value.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(
          "%s takes a number above 0, not '%s'".formatted(key, value));
    }
    return Integer.parseInt(value);
  }

  boolean includes(String name) {
    return cases.isEmpty() || cases.contains(name);
  }
}
