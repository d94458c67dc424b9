package org.sqlxos.security.internal.policy;

/**
 * How often something may happen.
 *
 * @param perSecond on average
 * @param burst at once, after some rest
 */
public record Rate(double perSecond, int burst) {

  /** As often as one likes. */
  public static final Rate UNBOUNDED = new Rate(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);

  public boolean bounded() {
    return perSecond != Double.POSITIVE_INFINITY;
  }

  /** The one that permits more. */
  static Rate greater(Rate one, Rate other) {
    return one.perSecond >= other.perSecond ? one : other;
  }
}
