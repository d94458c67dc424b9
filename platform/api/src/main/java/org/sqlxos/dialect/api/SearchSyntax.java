package org.sqlxos.dialect.api;

import java.util.regex.Pattern;

/**
 * How a database's own full text is asked.
 *
 * @param document the type of columns that are made for being searched, in the database's words;
 *     where a relation has one it is searched in place of the texts
 * @param stored what such a column {@code $1} is asked for the words {@code $2}
 * @param computed the same for the text {@code $1}
 */
public record SearchSyntax(Pattern document, Question stored, Question computed) {

  /**
   * One way to ask.
   *
   * @param condition whether it fits
   * @param rank how well; the greater, the better
   */
  public record Question(String condition, String rank) {}
}
