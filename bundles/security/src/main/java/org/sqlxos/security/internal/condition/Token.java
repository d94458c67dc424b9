package org.sqlxos.security.internal.condition;

/**
 * A word of a condition.
 *
 * @param text of a name or literal without its quotes
 * @param position of its first character, from 0
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    /** A name or a keyword. */
    WORD,
    /** A name in double quotes, never a keyword. */
    NAME,
    /** A text in single quotes. */
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return switch (kind) {
      case WORD -> text.equalsIgnoreCase(word);
      case SYMBOL -> text.equals(word);
      case NAME, TEXT, NUMBER, END -> false;
    };
  }
}
