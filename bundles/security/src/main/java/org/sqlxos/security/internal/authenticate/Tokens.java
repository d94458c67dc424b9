package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * Checks tokens (RFC 7519, with the advice of RFC 8725). A caller learns which check failed, never
 * what was expected.
 */
public final class Tokens {

  private static final int GREATEST_LENGTH = 8_192;

  /** Keys that are tried for one token. */
  private static final int MOST_KEYS = 16;

  private final TokenRules rules;
  private final KeySource source;
  private final InstantSource clock;

  public Tokens(TokenRules rules, KeySource source, InstantSource clock) {
    this.rules = rules;
    this.source = source;
    this.clock = clock;
  }

  /** Changes when what was found valid has to be checked again. */
  public long generation() {
    return source.generation();
  }

  /**
   * Who a token is about.
   *
   * @throws org.sqlxos.problem.api.ProblemException if it is refused
   */
  public Identity check(String text) {
    if (text.length() > GREATEST_LENGTH) {
      throw SecurityProblem.TOKEN_MALFORMED.problem(
          "a token has at most %d characters".formatted(GREATEST_LENGTH));
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      requireSigned(token);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      requireTime(claims);
      requireParties(claims);
      return identity(claims);
    } catch (ParseException | IllegalArgumentException e) {
      throw SecurityProblem.TOKEN_MALFORMED.problem("the token is not a signed JSON Web Token");
    }
  }

  private void requireSigned(SignedJWT token) {
    JWSHeader header = token.getHeader();
    // What is critical to the issuer is something that is not known here; RFC 7515, 4.1.11.
    boolean strange = header.getCriticalParams() != null && !header.getCriticalParams().isEmpty();
    if (strange || !rules.algorithms().contains(header.getAlgorithm().getName())) {
      throw SecurityProblem.TOKEN_REFUSED.problem(
          "tokens that are signed like this one are not taken");
    }
    String wanted = Objects.requireNonNullElse(header.getKeyID(), "");
    boolean signed =
        source.keys(wanted).stream()
            .filter(key -> named(key, wanted) && SignatureCheck.fits(key, header))
            .limit(MOST_KEYS)
            .anyMatch(key -> SignatureCheck.signedBy(key, token));
    if (!signed) {
      throw SecurityProblem.TOKEN_REFUSED.problem("no key that is trusted here has signed it");
    }
  }

  /** A key without a name, as PEM files hold them, may be the one of any name. */
  private static boolean named(JWK key, String wanted) {
    return wanted.isEmpty() || key.getKeyID() == null || key.getKeyID().equals(wanted);
  }

  private void requireTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    if (claims.getExpirationTime() == null) {
      throw SecurityProblem.TOKEN_EXPIRED.problem("a token has to say when it expires");
    }
    if (!now.minus(rules.skew()).isBefore(claims.getExpirationTime().toInstant())) {
      throw SecurityProblem.TOKEN_EXPIRED.problem("the token has expired");
    }
    if (later(claims.getNotBeforeTime(), now) || later(claims.getIssueTime(), now)) {
      throw SecurityProblem.TOKEN_NOT_YET_VALID.problem("the token is of the future");
    }
  }

  private boolean later(@Nullable Date moment, Instant now) {
    return moment != null && moment.toInstant().isAfter(now.plus(rules.skew()));
  }

  private void requireParties(JWTClaimsSet claims) {
    if (!rules.issuer().isEmpty() && !rules.issuer().equals(claims.getIssuer())) {
      throw SecurityProblem.TOKEN_FOR_OTHERS.problem("the token is of another issuer");
    }
    List<String> audience = claims.getAudience();
    if (!rules.audiences().isEmpty() && audience.stream().noneMatch(rules.audiences()::contains)) {
      throw SecurityProblem.TOKEN_FOR_OTHERS.problem("the token is for another audience");
    }
  }

  private Identity identity(JWTClaimsSet claims) {
    Map<String, Object> flat = Claims.flat(claims.toJSONObject());
    Set<String> roles = Claims.roles(flat, rules.roleClaim());
    if (roles.isEmpty() && !rules.defaultRole().isEmpty()) {
      roles = Set.of(rules.defaultRole());
    }
    String subject = Objects.requireNonNullElse(claims.getSubject(), "unnamed");
    return new Identity(
        new Caller(subject, roles, flat),
        claims.getExpirationTime().toInstant().plus(rules.skew()));
  }

  /**
   * Who somebody is, and for how long that is sure.
   *
   * @param until the moment from which it has to be checked again
   */
  public record Identity(Caller caller, Instant until) {}
}
