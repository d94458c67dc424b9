package org.sqlxos.rest.internal.write;

import java.util.List;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.response.RowDocument;

/**
 * If-Match: the tags of the row as the caller has read it. RFC 9110, 13.1.1.
 *
 * @param tags the values of the header; empty where there is none
 */
public record RowTag(List<String> tags) {

  /** Whatever the row is like. */
  public static final RowTag ANY = new RowTag(List.of());

  public RowTag {
    tags = List.copyOf(tags);
  }

  /** Whether the caller asks for it. */
  public boolean asked() {
    return !tags.isEmpty();
  }

  /**
   * Holds the row that a cursor stands before to the tags.
   *
   * @throws org.sqlxos.problem.api.ProblemException if it has changed, or is not there
   */
  void require(Outcome.Rows rows) {
    if (!rows.cursor().next()) {
      throw RestProblem.PRECONDITION_FAILED.problem("there is no row with this key");
    }
    String now = RowDocument.tag(rows);
    for (String tag : String.join(",", tags).split(",", -1)) {
      String given = tag.strip();
      // A compressed answer has the tag of its octets, with the coding at its end. A weak tag never
      // matches here.
      if (given.equals("*") || given.replaceFirst("-[a-z]+\"$", "\"").equals(now)) {
        return;
      }
    }
    throw RestProblem.PRECONDITION_FAILED.problem(
        "the row is another one than the tag in If-Match stands for",
        "read the row again, and decide again");
  }
}
