package org.sqlxos.jdbc.internal.lexis;

import java.util.Locale;

/**
 * The words of a statement as far as they matter: the first, whether it returns something, and
 * whether a place is inside of a block of statements. What {@code CREATE ...} has between {@code
 * BEGIN} and {@code END} is one: a semicolon there ends no statement.
 */
final class Blocks {

  private String verb = "";
  private boolean returns;
  private int depth;

  void word(String text, int from, int to) {
    if (verb.isEmpty()) {
      verb = text.substring(from, to).toUpperCase(Locale.ROOT);
    } else if (is("RETURNING", text, from, to)) {
      returns = true;
    } else if (verb.equals("CREATE")) {
      if (is("BEGIN", text, from, to) || (depth > 0 && is("CASE", text, from, to))) {
        depth++;
      } else if (depth > 0 && is("END", text, from, to)) {
        depth--;
      }
    }
  }

  private static boolean is(String word, String text, int from, int to) {
    return to - from == word.length() && text.regionMatches(true, from, word, 0, word.length());
  }

  boolean inside() {
    return depth > 0;
  }

  String verb() {
    return verb;
  }

  boolean returns() {
    return returns;
  }

  /** A statement has ended. */
  void end() {
    verb = "";
    returns = false;
    depth = 0;
  }
}
