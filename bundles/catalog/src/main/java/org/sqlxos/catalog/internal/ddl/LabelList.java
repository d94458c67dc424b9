package org.sqlxos.catalog.internal.ddl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.sqlxos.catalog.internal.ddl.Token.Kind;

/**
 * A check that is exactly {@code column IN ('a', 'b')}: what databases without enum types use for
 * them.
 *
 * @param column as the check writes it, unquoted
 * @param labels in the order of the list
 */
public record LabelList(String column, SequencedSet<String> labels) {

  /** Reads a check's expression; nothing if it is anything else. */
  public static Optional<LabelList> read(String expression) {
    List<Token> tokens = withoutParentheses(Tokenizer.tokens(expression));
    boolean shaped =
        tokens.size() >= 5
            && (tokens.getFirst().kind() == Kind.WORD
                || tokens.getFirst().kind() == Kind.QUOTED_NAME)
            && tokens.get(1).isWord("IN")
            && tokens.get(2).isSymbol('(')
            && tokens.getLast().isSymbol(')')
            && tokens.size() % 2 == 1;
    if (!shaped) {
      return Optional.empty();
    }
    List<String> labels = new ArrayList<>();
    for (int i = 3; i < tokens.size() - 1; i += 2) {
      boolean separated = i + 2 == tokens.size() || tokens.get(i + 1).isSymbol(',');
      if (tokens.get(i).kind() != Kind.STRING || !separated) {
        return Optional.empty();
      }
      labels.add(tokens.get(i).text());
    }
    return Optional.of(new LabelList(tokens.getFirst().text(), new LinkedHashSet<>(labels)));
  }

  // Only a pair around the whole: the first parenthesis is closed by the last one.
  private static List<Token> withoutParentheses(List<Token> tokens) {
    List<Token> inner = tokens;
    while (inner.size() > 2 && inner.getFirst().isSymbol('(') && closedByLast(inner)) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static boolean closedByLast(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol('(')) {
        depth++;
      } else if (tokens.get(i).isSymbol(')') && --depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }
}
