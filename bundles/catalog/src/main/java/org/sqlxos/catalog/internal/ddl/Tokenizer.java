package org.sqlxos.catalog.internal.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens; comments and white space fall between them. What is not closed ends with
 * the source: a definition that a database has accepted is not judged here.
 */
final class Tokenizer {

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    Tokenizer tokenizer = new Tokenizer(source);
    while (tokenizer.at < source.length()) {
      tokenizer.advance();
    }
    return tokenizer.tokens;
  }

  private void advance() {
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (source.startsWith("--", at)) {
      at = endOf("\n", at);
    } else if (source.startsWith("/*", at)) {
      at = endOf("*/", at + 2);
    } else if (c == '\'') {
      quoted(Token.Kind.STRING, '\'');
    } else if (c == '"' || c == '`') {
      quoted(Token.Kind.QUOTED_NAME, c);
    } else if (c == '[') {
      int end = endOf("]", at + 1);
      add(Token.Kind.QUOTED_NAME, source.substring(at + 1, Math.max(at + 1, end - 1)), end);
    } else if (isWordPart(c)) {
      word();
    } else {
      add(Token.Kind.SYMBOL, String.valueOf(c), at + 1);
    }
  }

  private int endOf(String closing, int from) {
    int found = source.indexOf(closing, from);
    return found < 0 ? source.length() : found + closing.length();
  }

  private void quoted(Token.Kind kind, char quote) {
    StringBuilder text = new StringBuilder();
    int i = at + 1;
    while (i < source.length()) {
      char c = source.charAt(i++);
      if (c == quote) {
        if (i == source.length() || source.charAt(i) != quote) {
          break;
        }
        i++;
      }
      text.append(c);
    }
    add(kind, text.toString(), i);
  }

  private void word() {
    int end = at;
    while (end < source.length() && isWordPart(source.charAt(end))) {
      end++;
    }
    add(Token.Kind.WORD, source.substring(at, end), end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
  }

  private void add(Token.Kind kind, String text, int end) {
    tokens.add(new Token(kind, text, at, end));
    at = end;
  }
}
