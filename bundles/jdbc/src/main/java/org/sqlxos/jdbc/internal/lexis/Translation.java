package org.sqlxos.jdbc.internal.lexis;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.Language.Placeholders;

/**
 * Translates a text that was written for JDBC: the places of parameters ({@code ?}, with {@code ??}
 * for a question mark), the escapes in braces, and several statements in one. What stands in quotes
 * and comments stays as it is.
 */
public final class Translation {

  private final Language language;
  private final String text;
  private final boolean places;
  private final boolean escapes;
  private final Skipping skipping;
  private final Escapes open = new Escapes();
  private final Blocks blocks = new Blocks();
  private final List<Sql> statements = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int parameters;
  private boolean anything;

  private Translation(Language language, String text, boolean places, boolean escapes) {
    this.language = language;
    this.text = text;
    this.places = places;
    this.escapes = escapes;
    this.skipping = new Skipping(text, language.lexis());
  }

  /** A text with places for values. */
  public static List<Sql> ofPrepared(Language language, String text, boolean escapes) {
    return new Translation(language, text, true, escapes).statements();
  }

  /** A text in which a question mark is nothing but that. */
  public static List<Sql> ofPlain(Language language, String text, boolean escapes) {
    return new Translation(language, text, false, escapes).statements();
  }

  private List<Sql> statements() {
    int at = 0;
    while (at < text.length()) {
      at = step(at);
    }
    end();
    return statements.isEmpty() ? List.of(new Sql(text, 0, "", false)) : List.copyOf(statements);
  }

  private int step(int at) {
    char c = text.charAt(at);
    int past = skipping.past(at);
    if (past > at) {
      anything |= !skipping.comment(at);
      return copy(at, past);
    }
    if (Character.isLetter(c) || c == '_') {
      int end = skipping.endOfWord(at);
      blocks.word(text, at, end);
      anything = true;
      return copy(at, end);
    }
    if (c == '?' && places) {
      return place(at);
    }
    if (escapes && c == '{') {
      return open.begin(text, at, out);
    }
    if (escapes && c == '}' && open.end(out)) {
      return at + 1;
    }
    if (c == ';' && language.separateStatements() && !blocks.inside()) {
      end();
      return at + 1;
    }
    anything |= !Character.isWhitespace(c);
    return copy(at, at + 1);
  }

  private int place(int at) {
    anything = true;
    if (at + 1 < text.length() && text.charAt(at + 1) == '?') {
      out.append('?');
      return at + 2;
    }
    parameters++;
    if (language.placeholders() == Placeholders.NUMBERED) {
      out.append('$').append(parameters);
    } else {
      out.append('?');
    }
    return at + 1;
  }

  private int copy(int from, int to) {
    out.append(text, from, to);
    return to;
  }

  private void end() {
    if (anything) {
      statements.add(new Sql(out.toString().strip(), parameters, blocks.verb(), blocks.returns()));
    }
    out.setLength(0);
    parameters = 0;
    anything = false;
    blocks.end();
  }

  /** A name in the database's own quotes. */
  public static String quoted(Language language, String name) {
    String quote = language.identifierQuote();
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
