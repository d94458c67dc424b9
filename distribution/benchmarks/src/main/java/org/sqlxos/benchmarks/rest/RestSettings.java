package org.sqlxos.benchmarks.rest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.benchmarks.rest.peer.Contender;
import org.sqlxos.benchmarks.rest.work.Case;

/**
 * What is measured, and for how long.
 *
 * @param connections numbers of connections, each measured by itself
 * @param rounds turns of each contender; the median counts
 * @param seconds length of a turn
 * @param warmUpSeconds how long each contender is loaded in each case before the first turn counts
 */
record RestSettings(
    Set<Case> cases,
    List<Integer> connections,
    Set<Contender> contenders,
    int rounds,
    int seconds,
    int warmUpSeconds) {

  private static final RestSettings DEFAULTS =
      new RestSettings(
          EnumSet.allOf(Case.class),
          List.of(10, 50, 100, 500, 1000, 5000),
          EnumSet.allOf(Contender.class),
          3,
          5,
          10);

  /**
   * Reads arguments as {@code --cases=key,list --rounds=5}.
   *
   * @throws IllegalArgumentException if one is unknown; the message says what there is
   */
  static RestSettings parse(List<String> arguments) {
    RestSettings settings = DEFAULTS;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument : argument.substring(0, equals);
      settings = settings.with(key, argument.substring(equals + 1));
    }
    return settings;
  }

  private RestSettings with(String key, String value) {
    return switch (key) {
      case "--cases" -> {
        Set<Case> chosen = EnumSet.noneOf(Case.class);
        words(value).forEach(word -> chosen.add(Case.of(word)));
        yield new RestSettings(chosen, connections, contenders, rounds, seconds, warmUpSeconds);
      }
      case "--contenders" -> {
        Set<Contender> chosen = EnumSet.noneOf(Contender.class);
        words(value).forEach(word -> chosen.add(Contender.of(word)));
        yield new RestSettings(cases, connections, chosen, rounds, seconds, warmUpSeconds);
      }
      case "--connections" -> {
        List<Integer> chosen = words(value).stream().map(word -> positive(key, word)).toList();
        yield new RestSettings(cases, chosen, contenders, rounds, seconds, warmUpSeconds);
      }
      case "--rounds" ->
          new RestSettings(
              cases, connections, contenders, positive(key, value), seconds, warmUpSeconds);
      case "--seconds" ->
          new RestSettings(
              cases, connections, contenders, rounds, positive(key, value), warmUpSeconds);
      case "--warm-up-seconds" ->
          new RestSettings(cases, connections, contenders, rounds, seconds, positive(key, value));
      default ->
          throw new IllegalArgumentException(
              key
                  + " is unknown; there are --cases, --connections, --contenders, --rounds,"
                  + " --seconds, --warm-up-seconds");
    };
  }

  private static List<String> words(String value) {
    return Arrays.asList(value.split(",", -1));
  }

  private static int positive(String key, String value) {
    if (!value.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(
          "%s takes a number above 0, not '%s'".formatted(key, value));
    }
    return Integer.parseInt(value);
  }
}
