package org.sqlxos.wirevm.internal.value;

import java.util.Optional;

/**
 * The notation of ranges.
 *
 * @param flags as {@link RangeFormat} has them
 * @param lower absent if infinite, or if the range is empty
 * @param upper absent if infinite, or if the range is empty
 */
record RangeText(int flags, Optional<String> lower, Optional<String> upper) {

  static final String EMPTY = "empty";

  private static final String NOTATION = "\"\\()[],";

  static RangeText parse(String text, String expected) {
    String trimmed = text.strip();
    if (trimmed.equalsIgnoreCase(EMPTY)) {
      return new RangeText(RangeFormat.EMPTY, Optional.empty(), Optional.empty());
    }
    Reading reading = new Reading(trimmed);
    int flags = reading.next() == '[' ? RangeFormat.LOWER_INCLUSIVE : 0;
    boolean opened = flags != 0 || reading.last() == '(';
    Optional<String> lower = reading.bound();
    boolean separated = reading.next() == ',';
    Optional<String> upper = reading.bound();
    char close = reading.next();
    boolean closed = close == ']' || close == ')';
    if (!opened || !separated || !closed || reading.at != trimmed.length()) {
      throw Refusal.of(expected, text);
    }
    flags |= close == ']' ? RangeFormat.UPPER_INCLUSIVE : 0;
    if (lower.isEmpty()) {
      flags = flags & ~RangeFormat.LOWER_INCLUSIVE | RangeFormat.LOWER_INFINITE;
    }
    if (upper.isEmpty()) {
      flags = flags & ~RangeFormat.UPPER_INCLUSIVE | RangeFormat.UPPER_INFINITE;
    }
    return new RangeText(flags, lower, upper);
  }

  /** Adds a bound, in quotes where it needs them. */
  static void append(StringBuilder to, String bound) {
    if (!bound.isEmpty() && bound.chars().noneMatch(RangeText::needsQuotes)) {
      to.append(bound);
      return;
    }
    to.append('"');
    for (int i = 0; i < bound.length(); i++) {
      char c = bound.charAt(i);
      if (c == '"' || c == '\\') {
        to.append(c);
      }
      to.append(c);
    }
    to.append('"');
  }

  private static boolean needsQuotes(int c) {
    return NOTATION.indexOf(c) >= 0 || c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** A text being read; NUL stands for its end. */
  private static final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    char next() {
      return at < text.length() ? text.charAt(at++) : 0;
    }

    char last() {
      return at > 0 ? text.charAt(at - 1) : 0;
    }

    /** Up to what ends a bound; absent if there is nothing, not even quotes. */
    Optional<String> bound() {
      StringBuilder bound = new StringBuilder();
      int from = at;
      boolean quoted = false;
      while (at < text.length() && (quoted || ",)]([".indexOf(text.charAt(at)) < 0)) {
        char c = next();
        if (c == '\\' && at < text.length()) {
          bound.append(next());
        } else if (c != '"') {
          bound.append(c);
        } else if (quoted && at < text.length() && text.charAt(at) == '"') {
          bound.append(next());
        } else {
          quoted = !quoted;
        }
      }
      return at == from ? Optional.empty() : Optional.of(bound.toString());
    }
  }
}
