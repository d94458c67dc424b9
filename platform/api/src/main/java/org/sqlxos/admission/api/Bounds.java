package org.sqlxos.admission.api;

/**
 * How much one request may ask for, beside what the API itself allows. The smaller one counts.
 *
 * @param bodyBytes octets of a body
 * @param rows rows of an answer
 * @param depth relations inside each other
 * @param timeMillis milliseconds until the answer is there
 */
public record Bounds(int bodyBytes, int rows, int depth, long timeMillis) {

  /** No bounds but the API's own. */
  public static final Bounds NONE =
      new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  public Bounds {
    if (bodyBytes < 1 || rows < 1 || depth < 1 || timeMillis < 1) {
      throw new IllegalArgumentException("bounds are 1 or more");
    }
  }
}
