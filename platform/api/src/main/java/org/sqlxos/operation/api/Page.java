package org.sqlxos.operation.api;

/**
 * A window over sorted rows.
 *
 * @param limit at most so many rows, 0 or more
 * @param offset after so many rows, 0 or more
 */
public record Page(long limit, long offset) {

  /** All rows. */
  public static final Page ALL = new Page(Long.MAX_VALUE, 0);

  public Page {
    if (limit < 0 || offset < 0) {
      throw new IllegalArgumentException("limit and offset are not negative");
    }
  }

  /** The same with another limit. */
  public Page withLimit(long limit) {
    return new Page(limit, offset);
  }
}
