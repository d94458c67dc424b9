package org.sqlxos.dialect.api;

import java.util.Optional;
import java.util.Set;

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
 * @param wording what is said otherwise than in standard SQL
 * @param lacks what cannot be said at all
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
    Optional<ReadBackSyntax> readBack,
    Wording wording,
    Set<Lack> lacks) {

  public Syntax {
    lacks = Set.copyOf(lacks);
    if (returning && readBack.isPresent()) {
      throw new IllegalArgumentException("what a write returns is not read again");
    }
  }

  /** A dialect of full SQL. */
  public Syntax(
      char identifierQuote,
      Placeholders placeholders,
      boolean returning,
      String defaultValues,
      boolean defaultKeyword,
      String caseSensitiveLike,
      String caseInsensitiveLike,
      String limitOffset,
      Optional<ReadBackSyntax> readBack) {
    this(
        identifierQuote,
        placeholders,
        returning,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        Wording.STANDARD,
        Set.of());
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

  /** Whether this cannot be said. */
  public boolean lacks(Lack lack) {
    return lacks.contains(lack);
  }

  /**
   * How statements are worded.
   *
   * @param update the beginning of an update of the table {@code $1} up to its assignments {@code
   *     $2}
   * @param delete the beginning of a delete from the table {@code $1}
   * @param insertEnd the end of an insert, for instance one that keeps it from replacing a row
   * @param changeEnd the end of an update and a delete
   * @param filteredEnd the end of a query that has a filter
   */
  public record Wording(
      String update, String delete, String insertEnd, String changeEnd, String filteredEnd) {

    /** As in standard SQL. */
    public static final Wording STANDARD =
        new Wording("UPDATE $1 SET $2", "DELETE FROM $1", "", "", "");
  }

  /** What a language that is less than SQL cannot say. */
  public enum Lack {
    /** {@code OR}, in conditions. */
    OR,
    /** {@code NOT}, in conditions. */
    NOT,
    /** {@code <>}, in conditions. */
    NOT_EQUAL,
    /** {@code IS NULL}, in conditions. */
    IS_NULL,
    /** A text compared with a pattern. */
    PATTERNS,
    /** A query within a statement. */
    SUBQUERIES,
    /** Columns with the name of their relation before them. */
    QUALIFIED_COLUMNS,
    /**
     * Any order that a caller wants: pages are in one of the database's own, and the few orders
     * that it knows besides are for the database to refuse.
     */
    ORDERED_PAGES,
    /** Rows to be passed over before a page. */
    OFFSET,
    /** More than one row in an insert. */
    SEVERAL_ROWS,
    /** Another value for a column of the primary key. */
    KEY_CHANGES
  }

  /** How parameters are written. */
  public enum Placeholders {
    /** {@code ?} each time. */
    QUESTION_MARK,
    /** {@code $1}, {@code $2}, ... */
    DOLLAR_NUMBER
  }
}
