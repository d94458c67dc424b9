package org.sqlxos.benchmarks.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.work.Case;

/**
 * What is measured, and for how long.
 *
 * @param rounds how often each client has its turn in a case; the median counts
 * @param warmUpRounds turns in every case before the first case counts
 * @param round the length of a turn
 */
public record Settings(
    List<Server> servers,
    List<Case> cases,
    List<Client> clients,
    int rounds,
    int warmUpRounds,
    Duration round) {

  private static final Settings DEFAULTS =
      new Settings(
          List.of(Server.values()),
          Case.all(),
          List.of(Client.values()),
          5,
          2,
          Duration.ofMillis(500));

  /**
   * Reads arguments as {@code --server=postgresql,mysql --case=lookup,fetch --rounds=9}.
   *
   * @throws IllegalArgumentException if one is unknown; the message says what there is
   */
  public static Settings parse(List<String> arguments) {
    Settings settings = DEFAULTS;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String key = equals < 0 ? argument : argument.substring(0, equals);
      settings = settings.with(key, argument.substring(equals + 1));
    }
    return settings;
  }

  private Settings with(String key, String value) {
    return switch (key) {
      case "--server" -> withServers(select(value, List.of(Server.values()), Server::key));
      case "--case" -> withCases(cases(value));
      case "--clients" -> withClients(select(value, List.of(Client.values()), Client::key));
      case "--rounds" -> withRounds(positive(key, value), warmUpRounds);
      case "--warm-up-rounds" -> withRounds(rounds, positive(key, value));
      case "--round-millis" -> withRound(Duration.ofMillis(positive(key, value)));
      default ->
          throw new IllegalArgumentException(
              "%s is unknown; there are --server, --case, --clients, --rounds, --warm-up-rounds, --round-millis"
                  .formatted(key));
    };
  }

  private Settings withServers(List<Server> chosen) {
    return new Settings(chosen, cases, clients, rounds, warmUpRounds, round);
  }

  private Settings withCases(List<Case> chosen) {
    return new Settings(servers, chosen, clients, rounds, warmUpRounds, round);
  }

  private Settings withClients(List<Client> chosen) {
    return new Settings(servers, cases, chosen, rounds, warmUpRounds, round);
  }

  private Settings withRounds(int counted, int before) {
    return new Settings(servers, cases, clients, counted, before, round);
  }

  private Settings withRound(Duration length) {
    return new Settings(servers, cases, clients, rounds, warmUpRounds, length);
  }

  /** By the first word of their titles: several cases can have the same. */
  private static List<Case> cases(String names) {
    List<Case> all = Case.all();
    List<String> words = all.stream().map(Settings::firstWord).distinct().toList();
    List<String> chosen = select(names, words, Function.identity());
    Predicate<Case> isChosen = benchmark -> chosen.contains(firstWord(benchmark));
    return all.stream().filter(isChosen).toList();
  }

  private static String firstWord(Case benchmark) {
    String title = benchmark.title();
    return title.substring(0, title.indexOf(','));
  }

  private static <T> List<T> select(String names, List<T> all, Function<T, String> key) {
    return Arrays.stream(names.split(",", -1)).map(name -> find(name, all, key)).toList();
  }

  private static <T> T find(String name, List<T> all, Function<T, String> key) {
    return all.stream()
        .filter(one -> key.apply(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is none of %s".formatted(name, all.stream().map(key).toList())));
  }

  private static int positive(String key, String value) {
    if (!value.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(
          "%s takes a number above 0, not '%s'".formatted(key, value));
    }
    return Integer.parseInt(value);
  }
}
