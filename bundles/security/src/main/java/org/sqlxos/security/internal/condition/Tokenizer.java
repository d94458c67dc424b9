package org.sqlxos.security.internal.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of a condition apart into words. */
final class Tokenizer {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_$-]*)*)"
              + "|\"(?<name>(?:[^\"]|\"\")+)\""
              + "|'(?<text>(?:[^']|'')*)'"
              + "|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<symbol><=|>=|<>|!=|[=<>(),]))");

  private Tokenizer() {}

  static List<Token> tokens(String text) throws ConditionFault {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int position = 0;
    while (!text.substring(position).isBlank()) {
      if (!matcher.region(position, text.length()).lookingAt()) {
        int start = position + text.substring(position).indexOf(text.substring(position).strip());
        throw new ConditionFault("nothing known begins", start);
      }
      tokens.add(token(matcher));
      position = matcher.end();
    }
    tokens.add(new Token(Token.Kind.END, "the end", text.length()));
    return tokens;
  }

  private static Token token(Matcher matcher) {
    String name = matcher.group("name");
    String text = matcher.group("text");
    if (name != null) {
      return new Token(Token.Kind.NAME, name.replace("\"\"", "\""), matcher.start("name") - 1);
    }
    if (text != null) {
      return new Token(Token.Kind.TEXT, text.replace("''", "'"), matcher.start("text") - 1);
    }
    for (Token.Kind kind : List.of(Token.Kind.WORD, Token.Kind.NUMBER, Token.Kind.SYMBOL)) {
      String group = kind.name().toLowerCase(java.util.Locale.ROOT);
      String found = matcher.group(group);
      if (found != null) {
        return new Token(kind, found, matcher.start(group));
      }
    }
    throw new IllegalStateException("one of the groups matches");
  }
}
