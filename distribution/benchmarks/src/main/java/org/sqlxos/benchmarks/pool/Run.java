package org.sqlxos.benchmarks.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the arguments say.
 *
 * @param cases what is run
 * @param seconds how long each contender is measured in a case, after as long to get going
 */
record Run(Set<PoolCase> cases, int seconds) {

  static Run of(String... arguments) {
    Set<PoolCase> cases = EnumSet.allOf(PoolCase.class);
    int seconds = 10;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      if (argument.startsWith("--case=")) {
        List<PoolCase> chosen = new ArrayList<>();
        for (String name : value.split(",", -1)) {
          chosen.add(PoolCase.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        cases = EnumSet.copyOf(chosen);
      } else if (argument.startsWith("--seconds=")) {
        seconds = Integer.parseInt(value);
      } else {
        throw new IllegalArgumentException(
            argument + "; --case=acquire,mixed,fair,failover and --seconds=N expected");
      }
    }
    return new Run(cases, seconds);
  }

  List<Duration> spans() {
    return List.of(Duration.ofSeconds(Math.max(1, seconds / 2)), Duration.ofSeconds(seconds));
  }
}
