package org.sqlxos.operation.api;

import java.util.List;

/**
 * Words that are looked for in texts, as a person types them. What makes a row fit, and which fits
 * best, is the database's own full text; where there is none a row fits that has each word in one
 * of the columns, without regard to case.
 *
 * @param columns where to look; at least one
 * @param words at least one, separated by spaces
 * @param discreet whether the order of rows must not tell what rows hold that are not found: no row
 *     is ranked by how rare a word is among all of them
 */
public record Search(List<String> columns, String words, boolean discreet) {
  public Search {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || words.isBlank()) {
      throw new IllegalArgumentException("words are looked for in columns");
    }
  }

  /** A search of somebody who may know of all rows. */
  public Search(List<String> columns, String words) {
    this(columns, words, false);
  }

  /** The same search for somebody who may not. */
  public Search inDiscretion() {
    return discreet ? this : new Search(columns, words, true);
  }
}
