package org.sqlxos.catalog.internal.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlxos.catalog.api.Check;

/** What a CREATE TABLE statement says and no system table repeats. */
public final class TableDefinition {

  private final String relation;
  private final String source;
  private final List<Token> tokens;

  /**
   * @param relation the table's name, from which the names of nameless checks are derived
   * @param source the DDL
   */
  public TableDefinition(String relation, String source) {
    this.relation = relation;
    this.source = source;
    this.tokens = Tokenizer.tokens(source);
  }

  /** The checks of columns and of the table, in the order of the text. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int depth = 0;
    for (int i = isTable() ? 0 : tokens.size(); i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSymbol('(')) {
        depth++;
      } else if (token.isSymbol(')')) {
        depth--;
      } else if (depth == 1 && token.isWord("CHECK") && symbolAt(i + 1, '(')) {
        int close = closing(i + 1);
        checks.add(new Check(name(i, checks.size() + 1, names), expression(i + 2, close)));
        i = close;
      }
    }
    return checks;
  }

  /** Whether a column or an expression compares text otherwise than octet by octet. */
  public boolean collated() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("COLLATE") && !tokens.get(i + 1).text().equalsIgnoreCase("BINARY")) {
        return true;
      }
    }
    return false;
  }

  // What stands in the parentheses of a virtual table is its module's own language.
  private boolean isTable() {
    for (Token token : tokens) {
      if (token.isWord("TABLE")) {
        return true;
      }
      if (!token.isWord("CREATE") && !token.isWord("TEMP") && !token.isWord("TEMPORARY")) {
        return false;
      }
    }
    return false;
  }

  private boolean symbolAt(int index, char symbol) {
    return index < tokens.size() && tokens.get(index).isSymbol(symbol);
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol('(')) {
        depth++;
      } else if (tokens.get(i).isSymbol(')') && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private String name(int check, int ordinal, Set<String> taken) {
    boolean given = check >= 2 && tokens.get(check - 2).isWord("CONSTRAINT");
    String wanted = given ? tokens.get(check - 1).text() : relation + "_check_" + ordinal;
    String name = wanted;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** The source of some tokens; one space for whatever lies between them, comments too. */
  private String expression(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (i > from && tokens.get(i - 1).end() < token.start()) {
        text.append(' ');
      }
      text.append(source, token.start(), token.end());
    }
    return text.toString();
  }
}
