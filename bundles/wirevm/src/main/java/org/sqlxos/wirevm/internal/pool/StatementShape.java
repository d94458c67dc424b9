package org.sqlxos.wirevm.internal.pool;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a statement may be told to anybody: its first word, the relation it names, and a number
 * by which whoever knows the text finds it. A text can hold values; none of them gets into this.
 */
final class StatementShape {

  /** A name, as databases write it, behind the word that a relation follows. */
  private static final Pattern RELATION =
      Pattern.compile(
          "\\b(FROM|INTO|UPDATE|TABLE)\\s+((?:\\w+|\"[\\w ]+\"|`[\\w ]+`)"
              + "(?:\\.(?:\\w+|\"[\\w ]+\"|`[\\w ]+`))*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_RELATION =
      Pattern.compile("(?:\\b(?:FROM|INTO|UPDATE|TABLE)\\s+|\\.)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERB = Pattern.compile("\\s*([A-Za-z]{1,20})\\b");
  private static final int MOST_LOOKED_AT = 4096;

  private StatementShape() {}

  static String of(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String outer = outermost(text.substring(0, Math.min(text.length(), MOST_LOOKED_AT)));
    Matcher verb = VERB.matcher(outer);
    Matcher relation = RELATION.matcher(outer);
    StringBuilder shape = new StringBuilder();
    if (verb.lookingAt()) {
      shape.append(verb.group(1).toUpperCase(Locale.ROOT)).append(' ');
    }
    if (relation.find()) {
      String word = relation.group(1).toUpperCase(Locale.ROOT);
      if (!shape.toString().equals(word + " ")) {
        shape.append(word).append(' ');
      }
      shape.append(relation.group(2)).append(' ');
    }
    return shape.append('#').append(Integer.toHexString(text.hashCode())).toString();
  }

  /**
   * Without what stands in parentheses or quotes, for in functions {@code FROM} stands before
   * values; only names in double quotes stay, where a relation is expected. What comes behind a way
   * to quote that not every database has is left out altogether.
   */
  private static String outermost(String text) {
    StringBuilder outer = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'', '"' -> {
          int end = text.indexOf(c, i + 1);
          if (end < 0 || text.substring(i, end).indexOf('\\') >= 0) {
            return outer.toString();
          }
          if (depth == 0 && c == '"' && BEFORE_RELATION.matcher(outer).find()) {
            outer.append(text, i, end + 1);
          }
          i = end;
        }
        case '(' -> depth++;
        case ')' -> depth--;
        case '$', '\\', '[' -> {
          if (c != '$' || i + 1 == text.length() || !Character.isDigit(text.charAt(i + 1))) {
            return outer.toString();
          }
        }
        default -> {
          if (depth == 0) {
            outer.append(c);
          }
        }
      }
    }
    return outer.toString();
  }
}
