package org.sqlxos.rest.internal.request;

import org.sqlxos.admission.api.Bounds;

/**
 * How much one request may ask for.
 *
 * @param bodyMaxBytes octets of a body
 * @param limitDefault rows of a page where the caller does not say
 * @param limitMax rows of a page
 * @param conditionsMax conditions of a filter, in all parameters together
 * @param depthMax groups inside each other in a filter
 * @param embedsMax related relations inside rows, in all
 * @param embedDepthMax related relations inside each other
 */
public record RequestLimits(
    int bodyMaxBytes,
    int limitDefault,
    int limitMax,
    int conditionsMax,
    int depthMax,
    int embedsMax,
    int embedDepthMax) {

  /** What holds without configuration. */
  public static final RequestLimits DEFAULT =
      new RequestLimits(1_048_576, 20, 1_000, 100, 10, 30, 5);

  /** The smaller ones of these and a caller's. */
  public RequestLimits within(Bounds bounds) {
    return new RequestLimits(
        Math.min(bodyMaxBytes, bounds.bodyBytes()),
        Math.min(limitDefault, bounds.rows()),
        Math.min(limitMax, bounds.rows()),
        conditionsMax,
        depthMax,
        embedsMax,
        Math.min(embedDepthMax, bounds.depth()));
  }

  public RequestLimits {
    if (bodyMaxBytes < 1 || limitDefault < 1 || conditionsMax < 1 || depthMax < 1) {
      throw new IllegalArgumentException("limits are 1 or more");
    }
    if (embedsMax < 0 || embedDepthMax < 0) {
      throw new IllegalArgumentException("limits of related rows are 0 or more");
    }
    if (limitMax < limitDefault) {
      throw new IllegalArgumentException(
          "limit.max (%d) is less than limit.default (%d)".formatted(limitMax, limitDefault));
    }
  }
}
