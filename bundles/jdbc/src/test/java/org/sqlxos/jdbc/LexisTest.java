package org.sqlxos.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.jdbc.internal.lexis.Sql;
import org.sqlxos.jdbc.internal.lexis.Translation;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.Language.GeneratedKeys;
import org.sqlxos.wirepack.api.Language.Lexis;
import org.sqlxos.wirepack.api.Language.Names;
import org.sqlxos.wirepack.api.Language.Placeholders;

/** What becomes of a text that was written for JDBC. */
class LexisTest {

  private static final Language NUMBERED =
      language(
          Placeholders.NUMBERED,
          Set.of(Lexis.DOLLAR_QUOTES, Lexis.ESCAPE_STRINGS, Lexis.NESTED_COMMENTS));
  private static final Language MARKED =
      language(
          Placeholders.QUESTION_MARKS,
          Set.of(Lexis.BACKSLASH_ESCAPES, Lexis.DOUBLE_QUOTED_TEXTS, Lexis.HASH_COMMENTS));

  private static Language language(Placeholders placeholders, Set<Lexis> lexis) {
    return new Language(
        placeholders,
        "\"",
        Names.LOWER,
        lexis,
        placeholders == Placeholders.NUMBERED,
        GeneratedKeys.RETURNING,
        Isolation.READ_COMMITTED,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String translated(Language language, String text) {
    return String.join(
        " ## ", Translation.ofPrepared(language, text, true).stream().map(Sql::text).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      value = {
        "a = ? and b = ?                     ^ a = $1 and b = $2",
        "a = '?' and b = ?                   ^ a = '?' and b = $1",
        "a = 'it''s ?' and b = ?             ^ a = 'it''s ?' and b = $1",
        "a = '\\' and b = ?                  ^ a = '\\' and b = $1",
        "a = E'\\'?' and b = ?               ^ a = E'\\'?' and b = $1",
        "a = type'\\' and b = ?              ^ a = type'\\' and b = $1",
        "\"a?\" = ?                          ^ \"a?\" = $1",
        "a = $$?$$ and b = ?                 ^ a = $$?$$ and b = $1",
        "a = $x$ $$ ? $x$ and b = ?          ^ a = $x$ $$ ? $x$ and b = $1",
        "a$1$b = ?                           ^ a$1$b = $1",
        "a = $1 and b$$ = ?                  ^ a = $1 and b$$ = $1",
        "a /* ? /* ? */ ? */ = ?             ^ a /* ? /* ? */ ? */ = $1",
        "a ?? b and c = ?                    ^ a ? b and c = $1",
        "a ??| b                             ^ a ?| b",
        "?::text                             ^ $1::text",
        "a -- ?                              ^ a -- ?",
        "{d '2026-01-02'} > ?                ^ DATE '2026-01-02' > $1",
        "{ ts '2026-01-02 03:04:05' }        ^ TIMESTAMP '2026-01-02 03:04:05'",
        "{t '03:04:05'}                      ^ TIME '03:04:05'",
        "{fn lower({fn trim(?)})}            ^ lower(trim($1))",
        "from {oj a left join b on ? = 1}    ^ from a left join b on $1 = 1",
        "{call p(?, ?)}                      ^ CALL p($1, $2)",
        "a like ? {escape '!'}               ^ a like $1 escape '!'",
        "'{d ?}' || ?                        ^ '{d ?}' || $1",
        "{a}                                 ^ {a}",
        "a = ?; b = ?                        ^ a = $1 ## b = $1",
        "a; -- ; b                           ^ a",
        "create function f() begin atomic select 1; select case when true then 1 end; end; b ^"
            + " create function f() begin atomic select 1; select case when true then 1 end; end ##"
            + " b",
      })
  void translatesForNumberedPlaces(String given, String expected) {
    assertEquals(expected, translated(NUMBERED, given));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a = '\\'?' and b = ?   | 1",
        "a = \"?\" and b = ?    | 1",
        "a = `?` and b = ?      | 1",
        "a # ?                  | 0",
        "a --? and ?            | 2",
        "a -- ?                 | 0",
        "a /* /* ? */ = ?       | 1",
        "a; b = ?               | 1",
      })
  void countsPlacesWhereTheyAreMarked(String given, int expected) {
    List<Sql> statements = Translation.ofPrepared(MARKED, given, true);
    assertEquals(1, statements.size());
    assertEquals(expected, statements.getFirst().parameters());
  }

  @ParameterizedTest
  @CsvSource({"a ? b", "a ?? b", "?"})
  void leavesQuestionMarksOfStatementsWithoutParameters(String given) {
    assertEquals(given, Translation.ofPlain(NUMBERED, given, true).getFirst().text());
  }

  /** Pieces that stand for themselves, and the places between them. */
  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "?",
            " a ",
            " 'x?''y' ",
            " \"n?\" ",
            " /* ? */ ",
            "\n-- ?\n",
            " $t$ ? ' $t$ ",
            " E'\\'?' ",
            " (1) ",
            " x::int ")
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void numbersPlacesAndNothingElse(@ForAll("pieces") List<String> pieces) {
    StringBuilder expected = new StringBuilder(";");
    int number = 0;
    for (String piece : pieces) {
      expected.append(piece.equals("?") ? "$" + ++number + " " : piece);
    }
    // A word before each piece keeps what stands in comments only from being dropped.
    String given =
        "w " + String.join("", pieces.stream().map(p -> p.equals("?") ? "? " : p).toList());
    Sql only = Translation.ofPrepared(NUMBERED, given, true).getFirst();
    assertEquals(("w " + expected.substring(1)).strip(), only.text());
    assertEquals(number, only.parameters());
  }
}
