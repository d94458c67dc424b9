package org.sqlxos.dialect.api;

import java.util.Optional;

/**
 * How a database's own full text is asked.
 *
 * @param words what becomes of the words of a person
 * @param indexed what a text index is asked; absent where none is of use
 * @param computed what any text is asked, of which nothing was prepared: {@code $1} is the text,
 *     {@code $2} the words; absent where full text needs an index
 */
public record SearchSyntax(Words words, Optional<Question> indexed, Optional<Question> computed) {

  /**
   * One way to ask. In what is asked of an index, {@code $1} stands for its columns with commas
   * between them, {@code $2} for the words, {@code $3} for the index where it is a table, and
   * {@code $4} for the column that its rows are found by.
   *
   * @param condition whether a row fits
   * @param rank how well; the greater, the better
   * @param ofTheRow whether the rank depends on nothing but the row; elsewhere it also tells how
   *     many rows have a word
   */
  public record Question(String condition, String rank, boolean ofTheRow) {}

  /** What becomes of the words of a person. */
  public enum Words {
    /** Nothing: the database takes them as a person types them into a search engine. */
    AS_TYPED,
    /** Without quotation marks and control characters, for they are all that has a meaning. */
    PLAIN,
    /** Each word in quotation marks, with those within it doubled. */
    QUOTED
  }
}
