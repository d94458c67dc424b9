package org.sqlxos.security.internal.policy;

import java.util.List;
import org.sqlxos.admission.api.Bounds;

/**
 * A role of a policy.
 *
 * @param inherits the roles whose rules it has too
 * @param bounds what it may ask for at once
 * @param rate how often it may ask
 * @param functions what it may call
 */
record Role(
    String name,
    List<String> inherits,
    Bounds bounds,
    Rate rate,
    List<TableRule> rules,
    List<FunctionRule> functions) {

  /** Whether it permits anything. */
  boolean permitsAnything() {
    return !rules.isEmpty() || !functions.isEmpty();
  }
}
