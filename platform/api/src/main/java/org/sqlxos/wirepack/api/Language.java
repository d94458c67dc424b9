package org.sqlxos.wirepack.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client has to know of a database's language that brings statements of its own, written for
 * a standard interface: how a value's place is marked, where a text ends, how keys come back.
 *
 * @param placeholders how a statement marks the places of its parameters
 * @param identifierQuote what stands around a name that is no plain word; doubled within it
 * @param names what becomes of a name that is not quoted
 * @param lexis what texts and comments look like, besides {@code '...'}, {@code -- ...} and {@code
 *     /* ... *}{@code /}
 * @param separateStatements whether several statements in one text are sent one by one
 * @param generatedKeys how the keys of new rows are told
 * @param isolation the level of a transaction for which none is asked
 * @param catalogs the outer names of tables, where the database has them
 * @param schemas the inner names of tables, where the database has them
 * @param products what else answers to this pack, by the server's version
 */
public record Language(
    Placeholders placeholders,
    String identifierQuote,
    Names names,
    Set<Lexis> lexis,
    boolean separateStatements,
    GeneratedKeys generatedKeys,
    Isolation isolation,
    Optional<Namespace> catalogs,
    Optional<Namespace> schemas,
    List<Product> products) {

  /** A language of which a pack says nothing: standard SQL, and no keys. */
  public static final Language STANDARD =
      new Language(
          Placeholders.QUESTION_MARKS,
          "\"",
          Names.UPPER,
          Set.of(),
          false,
          GeneratedKeys.NONE,
          Isolation.READ_COMMITTED,
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Language {
    lexis = Set.copyOf(lexis);
    products = List.copyOf(products);
  }

  /** How a statement marks the places of its parameters. */
  public enum Placeholders {
    /** {@code $1}, {@code $2}. */
    NUMBERED,
    /** {@code ?}. */
    QUESTION_MARKS
  }

  /** What becomes of a name that is not quoted. */
  public enum Names {
    LOWER,
    UPPER,
    AS_WRITTEN
  }

  /** What texts and comments look like. */
  public enum Lexis {
    /** A backslash in a text takes the next character as it is. */
    BACKSLASH_ESCAPES,
    /** The same in texts with an E before them only. */
    ESCAPE_STRINGS,
    /** What stands between double quotes is a text, too. */
    DOUBLE_QUOTED_TEXTS,
    /** {@code $tag$ ... $tag$} is a text. */
    DOLLAR_QUOTES,
    /** A comment may hold comments. */
    NESTED_COMMENTS,
    /** {@code #} begins a comment, and {@code --} only before white space. */
    HASH_COMMENTS
  }

  /** How the keys of new rows are told. */
  public enum GeneratedKeys {
    /** Not at all. */
    NONE,
    /** A clause RETURNING gives columns of the rows. */
    RETURNING,
    /** The answer tells the first of consecutive numbers. */
    FIRST_NUMBER
  }

  /**
   * Names in which tables have theirs.
   *
   * @param current a query for the one that is used where none is named
   * @param use a statement that uses another; {@code $1} is its quoted name
   * @param all a query for all of them
   */
  public record Namespace(String current, Optional<String> use, String all) {}

  /**
   * A product that is not the one which the pack is named for.
   *
   * @param version found in the version that its servers tell
   * @param name as people write it
   */
  public record Product(Pattern version, String name) {}
}
