package org.sqlxos.planner.internal.text;

import java.util.List;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;

/** A text as a structured statement, and what its answer has to look like. */
sealed interface SqlReading {

  /**
   * Rows.
   *
   * @param names of the answer's columns, in their order
   * @param places which column of the query each is
   */
  record Rows(Query query, List<String> names, List<Integer> places) implements SqlReading {
    public Rows {
      names = List.copyOf(names);
      places = List.copyOf(places);
    }
  }

  /**
   * The number of rows that match.
   *
   * @param query counts, and wants none of them
   * @param name of the answer's column
   */
  record Count(Query query, String name) implements SqlReading {}

  /** A write; the answer is the number of changed rows. */
  record Change(Mutation mutation) implements SqlReading {}
}
