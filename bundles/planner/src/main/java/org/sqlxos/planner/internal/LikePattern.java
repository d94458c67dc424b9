package org.sqlxos.planner.internal;

/**
 * Turns the pattern of a filter, in which only {@code *} is special, into one of LIKE with a
 * backslash as its escape.
 */
final class LikePattern {

  private LikePattern() {}

  static String of(String pattern) {
    StringBuilder like = new StringBuilder(pattern.length() + 8);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> like.append('%');
        case '%', '_', '\\' -> like.append('\\').append(c);
        default -> like.append(c);
      }
    }
    return like.toString();
  }
}
