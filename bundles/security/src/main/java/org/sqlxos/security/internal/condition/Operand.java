package org.sqlxos.security.internal.condition;

/** A value in a condition. */
public sealed interface Operand {

  /**
   * A value that is written down.
   *
   * @param value a {@code String}, {@code BigDecimal} or {@code Boolean}
   */
  record Literal(Object value) implements Operand {}

  /**
   * What the caller's credentials say.
   *
   * @param name without {@code claims.} in front
   */
  record Claim(String name) implements Operand {}
}
