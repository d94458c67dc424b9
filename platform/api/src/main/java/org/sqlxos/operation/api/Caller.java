package org.sqlxos.operation.api;

import java.util.Map;
import java.util.Set;

/**
 * Who asks, as far as an ADMIT stage has established it.
 *
 * @param subject a stable name; {@code anonymous} before anybody has established it
 * @param roles what the caller may act as
 * @param claims facts about the caller that row filters may use; values are strings, numbers,
 *     booleans and lists of these
 */
public record Caller(String subject, Set<String> roles, Map<String, Object> claims) {

  /** Nobody in particular. */
  public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), Map.of());

  public Caller {
    roles = Set.copyOf(roles);
    claims = Map.copyOf(claims);
  }
}
