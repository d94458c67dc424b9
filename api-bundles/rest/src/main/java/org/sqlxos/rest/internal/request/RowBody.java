package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request body.
 *
 * @param rows at least one in a whole body; a value is {@code String}, {@code Long}, {@code
 *     BigDecimal}, {@code Boolean}, {@code JsonValue} or null; in the caller's order
 * @param bulk whether they came as an array
 */
public record RowBody(List<Map<String, @Nullable Object>> rows, boolean bulk) {

  public RowBody {
    rows = List.copyOf(rows);
  }

  /** Refuses rows that do not all have the same members. */
  public void requireSameMembers() {
    for (int i = 1; i < rows.size(); i++) {
      if (!rows.getFirst().keySet().equals(rows.get(i).keySet())) {
        throw RestProblem.BULK_ROWS_DIFFER.problem(
            "row %d has other members than row 0".formatted(i),
            "give every row the same members, or send one request for each kind");
      }
    }
  }

  /** The one row of a body that is no array. */
  public Map<String, @Nullable Object> single() {
    if (bulk) {
      throw RestProblem.MALFORMED_BODY.problem(
          "one JSON object expected, found an array", "only POST takes several rows");
    }
    return rows.getFirst();
  }
}
