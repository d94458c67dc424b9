package org.sqlxos.security.internal.authenticate;

import java.time.Duration;
import java.util.Set;

/**
 * What is asked of a token.
 *
 * @param algorithms the names of those that are taken
 * @param issuer who has to have made it; empty for anybody who has a key
 * @param audiences one of these it has to be for; empty for any
 * @param skew how much the clocks of this node and the issuer may differ
 * @param roleClaim where the roles are: the name of a claim, or a path through objects with dots
 * @param defaultRole the role of a token that names none; empty for none
 */
public record TokenRules(
    Set<String> algorithms,
    String issuer,
    Set<String> audiences,
    Duration skew,
    String roleClaim,
    String defaultRole) {

  /** All that can be checked. Which of them a key is fit for is decided by its kind. */
  public static final Set<String> ALGORITHMS =
      Set.of(
          "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
          "ES384", "ES512", "EdDSA", "Ed25519");

  public TokenRules {
    algorithms = Set.copyOf(algorithms);
    audiences = Set.copyOf(audiences);
  }
}
