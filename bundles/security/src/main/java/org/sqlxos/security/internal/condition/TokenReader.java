package org.sqlxos.security.internal.condition;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a condition, one after the other. */
final class TokenReader {

  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "null", "like", "exists", "true", "false");

  private final List<Token> tokens;
  private int next;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  void skip() {
    next++;
  }

  /** Whether a column's name comes next. */
  boolean column() {
    Token token = peek();
    return switch (token.kind()) {
      case NAME -> true;
      case WORD ->
          !token.text().startsWith(ConditionParser.CLAIMS)
              && !KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
      case TEXT, NUMBER, SYMBOL, END -> false;
    };
  }

  String name() throws ConditionFault {
    if (!column() || peek().kind() == Token.Kind.WORD && peek().text().contains(".")) {
      throw fault("a name expected, found \"%s\"".formatted(peek().text()));
    }
    return tokens.get(next++).text();
  }

  Token expect(Token.Kind kind) throws ConditionFault {
    if (peek().kind() != kind) {
      throw fault("\"%s\" is not expected".formatted(peek().text()));
    }
    return tokens.get(Math.min(next++, tokens.size() - 1));
  }

  void require(String word) throws ConditionFault {
    if (!take(word)) {
      throw fault("\"%s\" expected, found \"%s\"".formatted(word, peek().text()));
    }
  }

  boolean take(String word) {
    boolean there = peek().is(word);
    next += there ? 1 : 0;
    return there;
  }

  Token peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  ConditionFault fault(String what) {
    return new ConditionFault(what, peek().position());
  }
}
