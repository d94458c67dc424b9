package org.sqlxos.security.internal;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.Identities.Epoch;
import org.sqlxos.security.internal.authenticate.HttpKeys;
import org.sqlxos.security.internal.authenticate.KeyFiles;
import org.sqlxos.security.internal.authenticate.KeySource;
import org.sqlxos.security.internal.authenticate.RemoteKeys;
import org.sqlxos.security.internal.authenticate.TokenRules;
import org.sqlxos.security.internal.authenticate.Tokens;
import org.sqlxos.security.internal.policy.Policy;
import org.sqlxos.security.internal.policy.Rate;
import org.sqlxos.security.internal.problem.SecurityProblem;
import org.sqlxos.security.internal.rate.Buckets;

/** Finds out who shows credentials. */
final class Authenticator implements AutoCloseable {

  private static final String BEARER = "Bearer ";
  private static final String KEY = "sqlx_";

  private static final Caller NOBODY =
      new Caller(Policy.ANONYMOUS, Set.of(Policy.ANONYMOUS), Map.of());

  private final SecurityState state;
  private final Tokens tokens;
  private final List<HttpKeys> remotes;
  private final Rate failures;
  private final Buckets failed = new Buckets(System::nanoTime);
  private final InstantSource clock = InstantSource.system();
  private final Identities identities = new Identities(clock);

  private Authenticator(SecurityState state, Tokens tokens, List<HttpKeys> remotes) {
    this.state = state;
    this.tokens = tokens;
    this.remotes = remotes;
    int most = state.configuration().failures_max();
    this.failures = new Rate(most / 60.0, most);
  }

  static Authenticator of(SecurityState state) {
    SecurityConfiguration configuration = state.configuration();
    List<HttpKeys> remotes = new ArrayList<>();
    if (!configuration.jwt_jwks_url().isEmpty()) {
      remotes.add(HttpKeys.at(configuration.jwt_jwks_url()));
    }
    if (configuration.jwt_discovery()) {
      if (configuration.jwt_issuer().isEmpty()) {
        throw SecurityProblem.KEYS_INVALID.problem("discovery needs security.jwt.issuer");
      }
      remotes.add(HttpKeys.of(configuration.jwt_issuer()));
    }
    InstantSource clock = InstantSource.system();
    RemoteKeys.Times times =
        new RemoteKeys.Times(
            Duration.ofSeconds(configuration.jwt_refresh_seconds()),
            Duration.ofSeconds(configuration.jwt_pause_seconds()));
    List<KeySource> sources = new ArrayList<>();
    List<JWK> fixed = fixed(state);
    if (!fixed.isEmpty() || remotes.isEmpty()) {
      sources.add(KeySource.fixed(fixed));
    }
    remotes.forEach(remote -> sources.add(new RemoteKeys(remote, times, clock)));
    return new Authenticator(
        state, new Tokens(rules(configuration), KeySource.all(sources), clock), remotes);
  }

  private static List<JWK> fixed(SecurityState state) {
    List<JWK> keys = new ArrayList<>();
    for (String file : state.configuration().jwt_keys()) {
      keys.addAll(read(state.path(file), KeyFiles::parse));
    }
    String secret = state.configuration().jwt_secret_file();
    if (!secret.isEmpty()) {
      keys.addAll(read(state.path(secret), KeyFiles::secret));
    }
    return keys;
  }

  private static List<JWK> read(Path file, Function<String, List<JWK>> reader) {
    try {
      return reader.apply(Files.readString(file));
    } catch (IOException e) {
      throw SecurityProblem.KEYS_INVALID.problem("\"%s\" cannot be read".formatted(file));
    }
  }

  private static TokenRules rules(SecurityConfiguration configuration) {
    Set<String> algorithms = Set.copyOf(List.of(configuration.jwt_algorithms()));
    for (String algorithm : algorithms) {
      if (!TokenRules.ALGORITHMS.contains(algorithm)) {
        throw SecurityProblem.KEYS_INVALID.problem(
            "security.jwt.algorithms: nobody knows \"%s\"".formatted(algorithm));
      }
    }
    return new TokenRules(
        algorithms.isEmpty() ? TokenRules.ALGORITHMS : algorithms,
        configuration.jwt_issuer(),
        Set.copyOf(List.of(configuration.jwt_audience())),
        Duration.ofSeconds(configuration.jwt_skew_seconds()),
        configuration.jwt_role_claim(),
        configuration.jwt_role_default());
  }

  /**
   * Who it is; nobody in particular without credentials.
   *
   * @param headers get what a refusal has to say
   * @throws ProblemException if the credentials are refused
   */
  Caller caller(Credentials credentials, Map<String, String> headers) {
    Optional<String> shown = shown(credentials);
    if (shown.isEmpty()) {
      return NOBODY;
    }
    Epoch epoch = new Epoch(state.apiKeys(), tokens.generation());
    return identities
        .find(shown.get(), epoch)
        .orElseGet(() -> checked(shown.get(), epoch, credentials.address(), headers));
  }

  private static Optional<String> shown(Credentials credentials) {
    if (credentials.authorization().isEmpty()) {
      return credentials.apiKey();
    }
    if (credentials.apiKey().isPresent()) {
      throw SecurityProblem.CREDENTIALS_AMBIGUOUS.problem(
          "Authorization and X-API-Key are in one request", "send one of them");
    }
    String header = credentials.authorization().get();
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw SecurityProblem.TOKEN_MALFORMED.problem("Authorization: Bearer expected");
    }
    return Optional.of(header.substring(BEARER.length()).strip());
  }

  private Caller checked(String shown, Epoch epoch, String address, Map<String, String> headers) {
    Buckets.Level level = failed.look(address, failures);
    if (!level.permitted()) {
      headers.put("Retry-After", String.valueOf(Math.max(1, level.retrySeconds())));
      throw SecurityProblem.TOO_MANY_FAILURES.problem(
          "too many credentials from this address were refused");
    }
    try {
      return shown.startsWith(KEY) ? key(shown, epoch) : token(shown, epoch);
    } catch (ProblemException e) {
      if (e.problem().code().status() == 401) {
        failed.take(address, failures);
      }
      throw e;
    }
  }

  private Caller key(String shown, Epoch epoch) {
    Caller caller =
        epoch
            .keys()
            .caller(shown)
            .orElseThrow(() -> SecurityProblem.API_KEY_REFUSED.problem("the API key is not known"));
    identities.add(shown, caller, clock.instant().plus(Duration.ofDays(1)), epoch);
    return caller;
  }

  private Caller token(String shown, Epoch epoch) {
    Tokens.Identity identity = tokens.check(shown);
    identities.add(shown, identity.caller(), identity.until(), epoch);
    return identity.caller();
  }

  @Override
  public void close() {
    remotes.forEach(HttpKeys::close);
  }
}
