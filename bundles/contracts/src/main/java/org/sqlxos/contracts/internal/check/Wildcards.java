package org.sqlxos.contracts.internal.check;

import org.jspecify.annotations.Nullable;

/**
 * LIKE. Databases disagree on whether case counts: a match by case is one everywhere, and what does
 * not match even without regard to case is none anywhere.
 *
 * <p>Takes the time of text times pattern at most: there is never more than one place to go back
 * to.
 */
final class Wildcards {

  private Wildcards() {}

  static Truth like(@Nullable Object text, @Nullable Object pattern) {
    if (text == null || pattern == null) {
      return Truth.NULL;
    }
    // The backslash is an escape in some databases and a character in others.
    if (!(text instanceof String t) || !(pattern instanceof String p) || p.indexOf('\\') >= 0) {
      return Truth.UNSURE;
    }
    int[] textPoints = t.codePoints().toArray();
    int[] patternPoints = p.codePoints().toArray();
    if (matches(textPoints, patternPoints, false)) {
      return Truth.TRUE;
    }
    return matches(textPoints, patternPoints, true) ? Truth.UNSURE : Truth.FALSE;
  }

  private static boolean matches(int[] text, int[] pattern, boolean ignoreCase) {
    int at = 0;
    int in = 0;
    int resumeText = -1;
    int resumePattern = -1;
    while (at < text.length) {
      if (in < pattern.length && pattern[in] == '%') {
        resumeText = at;
        resumePattern = ++in;
      } else if (in < pattern.length
          && (pattern[in] == '_' || same(text[at], pattern[in], ignoreCase))) {
        at++;
        in++;
      } else if (resumePattern >= 0) {
        at = ++resumeText;
        in = resumePattern;
      } else {
        return false;
      }
    }
    while (in < pattern.length && pattern[in] == '%') {
      in++;
    }
    return in == pattern.length;
  }

  private static boolean same(int a, int b, boolean ignoreCase) {
    return a == b || (ignoreCase && folded(a) == folded(b));
  }

  private static int folded(int codePoint) {
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }
}
