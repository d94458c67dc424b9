package org.sqlxos.planner.internal.text;

import java.util.Locale;
import java.util.Set;

/**
 * Bounds what a text may ask of the parser and its stack: each operator nests an expression in
 * another, and so does each parenthesis. Counted without parsing; what is quoted counts as one, and
 * where somebody else could see the end of a quote elsewhere the text is refused.
 */
final class SqlSize {

  private static final int LONGEST = 100_000;
  private static final int DEEPEST = 40;
  private static final int MOST_PARENTHESES = 5_000;
  private static final int MOST_OPERATORS = 500;
  private static final String SIGNS = "+-*/%|&^~!<>=";
  private static final Set<String> WORDS =
      Set.of("and", "or", "not", "case", "union", "xor", "join", "select");

  private final String text;
  private int open;
  private int parentheses;
  private int operators;

  private SqlSize(String text) {
    this.text = text;
  }

  static void require(String text) {
    if (text.length() > LONGEST || !new SqlSize(text).small()) {
      throw SqlProblem.NOT_TRANSLATED.problem(
          "The text is longer than %d characters, has more than %d operators or an open quote, or nests deeper than %d"
              .formatted(LONGEST, MOST_OPERATORS, DEEPEST),
          "Use IN for many values, and give values as parameters.");
    }
  }

  private boolean small() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      at =
          switch (c) {
            case '\'', '"', '`' -> behindQuote(at, c);
            case '(' -> parenthesis(at);
            case ')' -> {
              open--;
              yield at + 1;
            }
            case '-' -> text.startsWith("--", at) ? behind("\n", at) : sign(at, c);
            case '/' -> text.startsWith("/*", at) ? behind("*/", at + 2) : sign(at, c);
            // Some quote with it.
            case '$' -> text.length() + 1;
            default -> Character.isLetter(c) ? behindWord(at) : sign(at, c);
          };
      if (open > DEEPEST || parentheses > MOST_PARENTHESES || operators > MOST_OPERATORS) {
        return false;
      }
    }
    return at == text.length();
  }

  /** Beyond the text if there is no such end. */
  private int behind(String end, int from) {
    int found = text.indexOf(end, from);
    if (found < 0 && end.equals("\n")) {
      return text.length();
    }
    return found < 0 ? text.length() + 1 : found + end.length();
  }

  private int parenthesis(int at) {
    open++;
    parentheses++;
    return at + 1;
  }

  private int behindQuote(int at, char quote) {
    return behind(String.valueOf(quote), at + 1);
  }

  private int behindWord(int at) {
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    if (WORDS.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
      operators++;
    }
    return end;
  }

  private int sign(int at, char c) {
    if (SIGNS.indexOf(c) >= 0) {
      operators++;
    }
    return at + 1;
  }
}
