package org.sqlxos.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.security.internal.authenticate.ApiKeys;

/**
 * Credentials that were found good a short while ago, by their hash. They need not be checked
 * again, and are not stopped by the failures of others behind the same address.
 */
final class Identities {

  private static final int MOST_KEPT = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Identities(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Who shows the credentials, if that is sure.
   *
   * @param epoch what they were checked against; what was found with other keys does not count
   */
  Optional<Caller> find(String credentials, Epoch epoch) {
    String hash = hash(credentials);
    synchronized (known) {
      Known found = known.get(hash);
      if (found == null) {
        return Optional.empty();
      }
      if (!found.epoch().equals(epoch) || !clock.instant().isBefore(found.until())) {
        known.remove(hash);
        return Optional.empty();
      }
      return Optional.of(found.caller());
    }
  }

  void add(String credentials, Caller caller, Instant until, Epoch epoch) {
    Instant longest = clock.instant().plus(LONGEST);
    Known fresh = new Known(caller, until.isBefore(longest) ? until : longest, epoch);
    synchronized (known) {
      known.put(hash(credentials), fresh);
    }
  }

  private static String hash(String credentials) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(credentials.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The keys that counted at a moment. */
  record Epoch(ApiKeys keys, long tokens) {}

  private record Known(Caller caller, Instant until, Epoch epoch) {}
}
