package org.sqlxos.dialects.sqlite.internal;

/**
 * LIKE in both kinds. SQLite's own LIKE ignores the case of ASCII letters and has no other mode
 * that is safe to switch on for one condition. GLOB heeds case, so the pattern is turned into a
 * GLOB pattern by the database itself, once a statement: the pattern stays a bound value.
 *
 * <p>First the characters that are special to GLOB are put into brackets. Then the escaped ones are
 * set aside as noncharacters of Unicode (U+FDD0 and following, which no text interchanges), the
 * wildcards are translated, and what was set aside is put back.
 */
final class LikePattern {

  static final String CASE_INSENSITIVE = "$1 LIKE $2 ESCAPE '\\'";

  static final String CASE_SENSITIVE = "$1 GLOB " + globOf("$2");

  private static final int ESCAPED_BACKSLASH = 0xFDD0;
  private static final int ESCAPED_PERCENT = 0xFDD1;
  private static final int ESCAPED_UNDERSCORE = 0xFDD2;

  private LikePattern() {}

  private static String globOf(String pattern) {
    String glob = replace(pattern, "'['", "'[[]'");
    glob = replace(glob, "'*'", "'[*]'");
    glob = replace(glob, "'?'", "'[?]'");
    glob = replace(glob, "'\\\\'", character(ESCAPED_BACKSLASH));
    glob = replace(glob, "'\\%'", character(ESCAPED_PERCENT));
    glob = replace(glob, "'\\_'", character(ESCAPED_UNDERSCORE));
    glob = replace(glob, "'%'", "'*'");
    glob = replace(glob, "'_'", "'?'");
    glob = replace(glob, character(ESCAPED_UNDERSCORE), "'_'");
    glob = replace(glob, character(ESCAPED_PERCENT), "'%'");
    return replace(glob, character(ESCAPED_BACKSLASH), "'\\'");
  }

  private static String replace(String text, String what, String by) {
    return "replace(" + text + ", " + what + ", " + by + ")";
  }

  private static String character(int codePoint) {
    return "char(" + codePoint + ")";
  }
}
