package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window over sorted rows.
 *
 * @param limit at most so many rows, 0 or more
 * @param offset after so many rows, 0 or more
 * @param after what stands in the query's order, value by value, in the row that the page follows;
 *     empty for a page that begins with the first row. Where it is not, the order tells all rows
 *     apart
 */
public record Page(long limit, long offset, List<@Nullable Object> after) {

  /** All rows. */
  public static final Page ALL = new Page(Long.MAX_VALUE, 0);

  public Page {
    if (limit < 0 || offset < 0) {
      throw new IllegalArgumentException("limit and offset are not negative");
    }
    if (offset > 0 && !after.isEmpty()) {
      throw new IllegalArgumentException("a page follows a row or a number of rows");
    }
    // List.copyOf refuses nulls, and a row may have NULL where it is sorted.
    after = after.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(after));
  }

  /** A page by its number of rows. */
  public Page(long limit, long offset) {
    this(limit, offset, List.of());
  }

  /** The same of another size. */
  public Page withLimit(long limit) {
    return new Page(limit, offset, after);
  }

  /** The same behind a row. */
  public Page withAfter(List<@Nullable Object> after) {
    return new Page(limit, 0, after);
  }
}
