package org.sqlxos.dialect.api;

import java.util.Optional;

/**
 * How the parts of a statement are written. A plain row, so that a dialect can be read at a glance.
 *
 * @param identifierQuote the character around identifiers; doubled inside them
 * @param placeholders how parameters are written
 * @param returning whether INSERT, UPDATE and DELETE can return rows
 * @param defaultValues how an INSERT without columns ends, for instance {@code DEFAULT VALUES}
 * @param defaultKeyword whether {@code DEFAULT} may stand for a value in INSERT and UPDATE
 * @param caseSensitiveLike a condition with {@code $1} for the text and {@code $2} for the pattern,
 *     which has {@code %} and {@code _} as wildcards and a backslash as their escape
 * @param caseInsensitiveLike the same without regard to case
 * @param limitOffset the end of a query with {@code $1} for the limit and {@code $2} for the offset
 * @param readBack how rows are read that a write without RETURNING changes; absent where there is
 *     RETURNING, or no way
 */
public record Syntax(
    char identifierQuote,
    Placeholders placeholders,
    boolean returning,
    String defaultValues,
    boolean defaultKeyword,
    String caseSensitiveLike,
    String caseInsensitiveLike,
    String limitOffset,
    Optional<ReadBackSyntax> readBack) {

  public Syntax {
    if (returning && readBack.isPresent()) {
      throw new IllegalArgumentException("what a write returns is not read again");
    }
  }

  /** A dialect that reads nothing back. */
  public Syntax(
      char identifierQuote,
      Placeholders placeholders,
      boolean returning,
      String defaultValues,
      boolean defaultKeyword,
      String caseSensitiveLike,
      String caseInsensitiveLike,
      String limitOffset) {
    this(
        identifierQuote,
        placeholders,
        returning,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        Optional.empty());
  }

  /**
   * What reading changed rows needs.
   *
   * @param generatedKey the identity that the session's last INSERT gave to its row {@code $1},
   *     counted from 0
   * @param lockRows the end of a query that keeps its rows from others until the transaction ends
   */
  public record ReadBackSyntax(String generatedKey, String lockRows) {}

  /** How parameters are written. */
  public enum Placeholders {
    /** {@code ?} each time. */
    QUESTION_MARK,
    /** {@code $1}, {@code $2}, ... */
    DOLLAR_NUMBER
  }
}
