package org.sqlxos.dialect.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the parts of a statement are written. A plain row, so that a dialect can be read at a glance.
 *
 * @param identifierQuote the character around identifiers; doubled inside them
 * @param placeholders how parameters are written
 * @param returned how a write returns the rows that it changes
 * @param defaultValues how an INSERT without columns ends, for instance {@code DEFAULT VALUES}
 * @param defaultKeyword whether {@code DEFAULT} may stand for a value in INSERT and UPDATE
 * @param caseSensitiveLike a condition with {@code $1} for the text and {@code $2} for the pattern,
 *     which has {@code %} and {@code _} as wildcards and a backslash as their escape
 * @param caseInsensitiveLike the same without regard to case
 * @param limitOffset the end of a query with {@code $1} for the limit and {@code $2} for the
 *     offset, in whichever order they are written
 * @param readBack how rows are read that a write changes without returning them; absent where every
 *     write returns its rows, or where there is no way
 * @param forms what few databases write otherwise
 * @param json how rows are written as JSON; absent where related rows inside rows cannot be said
 * @param search how full text is asked; absent where there is none that needs no preparation
 * @param calls how functions and procedures are called; absent where there are none
 */
public record Syntax(
    char identifierQuote,
    Placeholders placeholders,
    Returned returned,
    String defaultValues,
    boolean defaultKeyword,
    String caseSensitiveLike,
    String caseInsensitiveLike,
    String limitOffset,
    Optional<ReadBackSyntax> readBack,
    Forms forms,
    Optional<JsonSyntax> json,
    Optional<SearchSyntax> search,
    Optional<CallSyntax> calls) {

  public Syntax {
    if (returned.by().size() == Write.values().length && readBack.isPresent()) {
      throw new IllegalArgumentException("what a write returns is not read again");
    }
  }

  /** A dialect that writes no rows as JSON. */
  public Syntax(
      char identifierQuote,
      Placeholders placeholders,
      Returned returned,
      String defaultValues,
      boolean defaultKeyword,
      String caseSensitiveLike,
      String caseInsensitiveLike,
      String limitOffset,
      Optional<ReadBackSyntax> readBack,
      Forms forms) {
    this(
        identifierQuote,
        placeholders,
        returned,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        forms,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A dialect that writes as most do, where all writes return their rows, or none. */
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
        returning ? Returned.ALWAYS : Returned.NEVER,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        Forms.USUAL);
  }

  /** The same, and nothing is read back. */
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

  /** The same dialect, in which rows are written as JSON. */
  public Syntax withJson(JsonSyntax json) {
    return new Syntax(
        identifierQuote,
        placeholders,
        returned,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        forms,
        Optional.of(json),
        search,
        calls);
  }

  /** The same dialect, with full text. */
  public Syntax withSearch(SearchSyntax search) {
    return new Syntax(
        identifierQuote,
        placeholders,
        returned,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        forms,
        json,
        Optional.of(search),
        calls);
  }

  /** The same dialect, in which functions and procedures are called. */
  public Syntax withCalls(CallSyntax calls) {
    return new Syntax(
        identifierQuote,
        placeholders,
        returned,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        forms,
        json,
        search,
        Optional.of(calls));
  }

  /** The statements that write. */
  public enum Write {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * How rows come back from the statement that changes them.
   *
   * @param form how it is written
   * @param by the statements that can
   */
  public record Returned(ReturnedForm form, Set<Write> by) {

    /** Every write ends with RETURNING. */
    public static final Returned ALWAYS =
        new Returned(ReturnedForm.RETURNING, EnumSet.allOf(Write.class));

    /** No write returns rows. */
    public static final Returned NEVER = new Returned(ReturnedForm.RETURNING, Set.of());

    public Returned {
      by = Set.copyOf(by);
    }
  }

  /** Where the columns that a write returns are named. */
  public enum ReturnedForm {
    /** {@code INSERT ... RETURNING a, b}. */
    RETURNING,
    /** {@code INSERT INTO t (...) OUTPUT INSERTED.a, INSERTED.b VALUES ...}. */
    OUTPUT,
    /** {@code SELECT a, b FROM FINAL TABLE (INSERT ...)}, OLD TABLE for a DELETE. */
    FINAL_TABLE
  }

  /**
   * What few databases write otherwise.
   *
   * @param unsortedPage what stands before {@link #limitOffset} where a page has no order; mostly
   *     empty
   * @param oneRow what a query ends with that computes values without reading a relation; mostly
   *     empty
   * @param names how names that are kept in upper case are written
   * @param wording what is said otherwise than in standard SQL
   * @param lacks what cannot be said at all
   * @param lockRows the end of a query that keeps its rows from others until the transaction ends;
   *     empty where {@link ReadBackSyntax} has it, or where a transaction that writes is alone
   * @param upsert how an insert says what becomes of rows that exist already; absent where it
   *     cannot
   * @param nulls where NULL stands when rows are sorted; absent where that is not known
   * @param estimate a query for how many rows the relation {@code $2} of the schema {@code $1} has,
   *     as the statistics say, NULL where they do not; both are literals; empty if there is none
   */
  public record Forms(
      String unsortedPage,
      String oneRow,
      Names names,
      Wording wording,
      Set<Lack> lacks,
      String lockRows,
      Optional<Upsert> upsert,
      Optional<Nulls> nulls,
      String estimate) {

    /** As most databases do. */
    public static final Forms USUAL =
        new Forms("", "", Names.AS_STORED, Wording.STANDARD, Set.of());

    public Forms {
      lacks = Set.copyOf(lacks);
    }

    /** Forms without a lock and without upsert. */
    public Forms(
        String unsortedPage, String oneRow, Names names, Wording wording, Set<Lack> lacks) {
      this(unsortedPage, oneRow, names, wording, lacks, "", Optional.empty(), Optional.empty(), "");
    }

    /**
     * The same for a database that writes rows that may exist already, and locks those it reads.
     */
    public Forms withWrites(String lockRows, Upsert upsert) {
      return new Forms(
          unsortedPage,
          oneRow,
          names,
          wording,
          lacks,
          lockRows,
          Optional.of(upsert),
          nulls,
          estimate);
    }

    /** The same for a database that sorts NULL there and has statistics. */
    public Forms withReads(Nulls nulls, String estimate) {
      return new Forms(
          unsortedPage,
          oneRow,
          names,
          wording,
          lacks,
          lockRows,
          upsert,
          Optional.of(nulls),
          estimate);
    }
  }

  /** Where NULL stands among the values of a column when they are sorted. */
  public enum Nulls {
    /** Below all values: first where they ascend. */
    LOWEST,
    /** Above all values: last where they ascend. */
    HIGHEST
  }

  /** What the catalog's names are in the database. */
  public enum Names {
    /** The same. */
    AS_STORED,
    /**
     * Names without lower-case letters stand in the catalog without upper-case ones, and the other
     * way round: for databases that make {@code USERS} of {@code users}. See {@link FoldedName}.
     */
    FOLDED_UPPER
  }

  /**
   * The end of an insert that says what becomes of rows whose key exists already.
   *
   * @param merge with {@code $1} for the columns of the key and {@code $2} for the assignments of
   *     new values
   * @param ignore the same where existing rows stay; {@code $2} assigns the key's columns to
   *     themselves
   * @param incoming the new value of the column {@code $1}, within an assignment
   * @param conditional whether {@code WHERE} may follow, about the existing row
   */
  public record Upsert(String merge, String ignore, String incoming, boolean conditional) {

    /** {@code ON CONFLICT}, which names a key. */
    public static final Upsert ON_CONFLICT =
        new Upsert(
            "ON CONFLICT ($1) DO UPDATE SET $2",
            "ON CONFLICT ($1) DO NOTHING",
            "EXCLUDED.$1",
            true);

    /** Whether the key is named; elsewhere any key counts. */
    public boolean namesKey() {
      return merge.contains("$1");
    }
  }

  /** The same syntax with other forms. */
  public Syntax withForms(Forms forms) {
    return new Syntax(
        identifierQuote,
        placeholders,
        returned,
        defaultValues,
        defaultKeyword,
        caseSensitiveLike,
        caseInsensitiveLike,
        limitOffset,
        readBack,
        forms,
        json,
        search,
        calls);
  }

  /**
   * What reading changed rows needs.
   *
   * @param generatedKey the identity that the session's last INSERT gave to its row {@code $1},
   *     counted from 0; without {@code $1} it is known for an INSERT of one row only, and it is
   *     empty where it is not known at all
   * @param lockRows the end of a query that keeps its rows from others until the transaction ends
   */
  public record ReadBackSyntax(String generatedKey, String lockRows) {}

  /** The end of a query that keeps its rows from others until the transaction ends. */
  public String lockRows() {
    return readBack.map(ReadBackSyntax::lockRows).orElse(forms.lockRows());
  }

  /** Whether this cannot be said. */
  public boolean lacks(Lack lack) {
    return forms.lacks().contains(lack);
  }

  /** What is said otherwise than in standard SQL. */
  public Wording wording() {
    return forms.wording();
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
   * @param values how a value of a column says its type, where it would be taken for one of
   *     another; the first that fits counts, and a value for which none does is as it is
   */
  public record Wording(
      String update,
      String delete,
      String insertEnd,
      String changeEnd,
      String filteredEnd,
      List<TypedValue> values) {

    public Wording {
      values = List.copyOf(values);
    }

    /** As in standard SQL. */
    public static final Wording STANDARD =
        new Wording("UPDATE $1 SET $2", "DELETE FROM $1", "", "", "");

    /** One whose values are as they are. */
    public Wording(
        String update, String delete, String insertEnd, String changeEnd, String filteredEnd) {
      this(update, delete, insertEnd, changeEnd, filteredEnd, List.of());
    }
  }

  /**
   * How a value says its type.
   *
   * @param type the whole of a column's type in the database's words
   * @param wording with {@code $1} for the value and {@code $2} for the first group of {@code type}
   */
  public record TypedValue(Pattern type, String wording) {}

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
    KEY_CHANGES,
    /** Keys that the database itself keeps unique: whether one is taken has to be asked. */
    UNIQUE_KEYS,
    /** How many rows an update or delete has met. */
    CHANGE_COUNTS,
    /** Aggregates of rows that have something in common. */
    GROUPS
  }

  /** How parameters are written. */
  public enum Placeholders {
    /** {@code ?} each time. */
    QUESTION_MARK,
    /** {@code $1}, {@code $2}, ... */
    DOLLAR_NUMBER
  }
}
