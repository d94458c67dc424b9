package peers.spring.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock in the precision that the tables' default has. */
final class Now {

  private Now() {}

  static Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
