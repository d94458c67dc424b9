package org.sqlxos.catalog.internal.ddl;

/**
 * One token of SQL.
 *
 * @param text without its quotes, doubled quotes made single
 * @param start where it begins in the source, its quote included
 * @param end where it ends in the source
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    /** Letters and digits: a keyword, an unquoted name or a number. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED_NAME,
    /** Text in single quotes. */
    STRING,
    /** One character of anything else. */
    SYMBOL
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }
}
