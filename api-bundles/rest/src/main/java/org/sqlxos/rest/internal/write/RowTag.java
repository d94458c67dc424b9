package org.sqlxos.rest.internal.write;

import java.util.List;
import java.util.Optional;
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
    require(rows.cursor().next() ? Optional.of(RowDocument.tag(rows)) : Optional.empty());
  }

  /**
   * Holds what is there now to the tags.
   *
   * @param present its tag; empty if it is not there
   */
  void require(Optional<String> present) {
    String now =
        present.orElseThrow(
            () ->
                RestProblem.PRECONDITION_FAILED.problem(
                    "there is nothing that could have changed"));
    for (String tag : String.join(",", tags).split(",", -1)) {
      String given = tag.strip();
      // A compressed answer has the tag of its octets, with the coding at its end. A weak tag never
      // matches here.
      if (given.equals("*") || given.replaceFirst("-[a-z]+\"$", "\"").equals(now)) {
        return;
      }
    }
    throw RestProblem.PRECONDITION_FAILED.problem(
        "what is there is not what the tag in If-Match stands for",
        "read it again, and decide again");
  }
}
