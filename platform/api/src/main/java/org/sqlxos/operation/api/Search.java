package org.sqlxos.operation.api;

import java.util.List;

/**
 * Words that are looked for in texts, as a person types them. What makes a row fit, and which fits
 * best, is the database's own full text; where there is none a row fits that has each word in one
 * of the columns, without regard to case.
 *
 * @param columns where to look; at least one
 * @param words at least one, separated by spaces
 */
public record Search(List<String> columns, String words) {
  public Search {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || words.isBlank()) {
      throw new IllegalArgumentException("words are looked for in columns");
    }
  }
}
