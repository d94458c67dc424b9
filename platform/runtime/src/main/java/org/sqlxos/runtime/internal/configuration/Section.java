package org.sqlxos.runtime.internal.configuration;

import java.util.Map;
import java.util.Optional;

/**
 * A section of {@code sqlx.yaml}: the configuration of one PID.
 *
 * @param name how it is written: the PID without {@code org.sqlxos.}; with an {@code s} where it
 *     holds named entries
 * @param pid the PID, or factory PID, it is delivered to
 * @param named whether it holds named entries, each a configuration of the factory PID
 * @param attributes by their id
 */
record Section(String name, String pid, boolean named, Map<String, Attribute> attributes) {

  /** The PIDs that belong in {@code sqlx.yaml} begin with this. */
  static final String PREFIX = "org.sqlxos.";

  static Section of(String pid, boolean factory, Map<String, Attribute> attributes) {
    String name = pid.substring(PREFIX.length()) + (factory ? "s" : "");
    return new Section(name, pid, factory, Map.copyOf(attributes));
  }

  /**
   * The attribute that a key below this section means; the name of the entry goes first where
   * entries are named.
   */
  Optional<Attribute> attribute(String id) {
    return Optional.ofNullable(attributes.get(id));
  }
}
