package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * The keys that an issuer publishes. They are fetched when they are needed first, again once they
 * are old, and for a {@code kid} that is not among them; in any case with some time between two
 * fetches, whatever tokens come. While the issuer does not answer, the keys that are known serve
 * on.
 */
public final class RemoteKeys implements KeySource {

  private static final Logger log = LoggerFactory.getLogger(RemoteKeys.class);

  private final Fetch fetch;
  private final Times times;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Instant tried = Instant.MIN;
  private volatile Known known = new Known(List.of(), Instant.MIN, 0);

  public RemoteKeys(Fetch fetch, Times times, InstantSource clock) {
    this.fetch = fetch;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public List<JWK> keys(String wanted) {
    Known at = known;
    boolean old = at.since().plus(times.refresh()).isBefore(clock.instant());
    if (at.generation() == 0 || old || at.lacks(wanted)) {
      refresh(at, at.generation() == 0 || at.lacks(wanted));
    }
    if (known.generation() == 0) {
      throw SecurityProblem.KEYS_AWAY.problem("the issuer of tokens does not answer");
    }
    return known.keys();
  }

  @Override
  public long generation() {
    return known.generation();
  }

  /**
   * One fetches.
   *
   * @param needed whether the others have to wait, for the key that they want is not there
   */
  private void refresh(Known seen, boolean needed) {
    if (needed) {
      fetching.lock();
    } else if (!fetching.tryLock()) {
      return;
    }
    try {
      if (known == seen && !clock.instant().isBefore(tried.plus(times.pause()))) {
        tried = clock.instant();
        known = new Known(fetched(), clock.instant(), seen.generation() + 1);
      }
    } catch (IOException | ParseException | ProblemException e) {
      log.warn("The keys of {} cannot be fetched: {}", fetch.from(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      fetching.unlock();
    }
  }

  // A shared secret that is published is none.
  private List<JWK> fetched() throws IOException, ParseException, InterruptedException {
    return JWKSet.parse(fetch.keySet()).getKeys().stream()
        .filter(key -> !(key instanceof OctetSequenceKey))
        .map(JWK::toPublicJWK)
        .toList();
  }

  /**
   * When keys are fetched.
   *
   * @param refresh after so long known keys are fetched again
   * @param pause between two fetches, also those that fail
   */
  public record Times(Duration refresh, Duration pause) {}

  /** How keys are fetched. */
  public interface Fetch {

    /** Where from, for the log. */
    URI from();

    /** The JWK set, as text. */
    String keySet() throws IOException, ParseException, InterruptedException;
  }

  private record Known(List<JWK> keys, Instant since, long generation) {
    boolean lacks(String wanted) {
      return !wanted.isEmpty() && keys.stream().noneMatch(key -> wanted.equals(key.getKeyID()));
    }
  }
}
