package org.sqlxos.jdbc.internal.lexis;

import java.util.Set;
import org.sqlxos.wirepack.api.Language.Lexis;

/** Where quoted texts, quoted names and comments end. What is not ended goes to the end. */
final class Skipping {

  private final String text;
  private final Set<Lexis> lexis;

  Skipping(String text, Set<Lexis> lexis) {
    this.text = text;
    this.lexis = lexis;
  }

  /** The place behind what begins here; the same place if nothing of the kind does. */
  int past(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\'' -> pastQuoted(at, c, lexis.contains(Lexis.BACKSLASH_ESCAPES) || escapeString(at));
      case '"' ->
          pastQuoted(
              at,
              c,
              lexis.contains(Lexis.BACKSLASH_ESCAPES) && lexis.contains(Lexis.DOUBLE_QUOTED_TEXTS));
      case '`' -> lexis.contains(Lexis.DOUBLE_QUOTED_TEXTS) ? pastQuoted(at, c, false) : at;
      case '$' -> lexis.contains(Lexis.DOLLAR_QUOTES) ? pastDollars(at) : at;
      default -> comment(at) ? pastComment(at) : at;
    };
  }

  /** Whether a comment begins here. */
  boolean comment(int at) {
    char c = text.charAt(at);
    if (c == '#') {
      return lexis.contains(Lexis.HASH_COMMENTS);
    }
    if (text.startsWith("--", at)) {
      return !lexis.contains(Lexis.HASH_COMMENTS)
          || at + 2 == text.length()
          || Character.isWhitespace(text.charAt(at + 2));
    }
    return text.startsWith("/*", at);
  }

  /** Where the word ends that begins here; a dollar sign is a part of it. */
  int endOfWord(int at) {
    int end = at;
    while (end < text.length() && inWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Whether the quote stands behind an E that is a word of its own. */
  private boolean escapeString(int at) {
    return lexis.contains(Lexis.ESCAPE_STRINGS)
        && at > 0
        && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
        && (at == 1 || !inWord(text.charAt(at - 2)));
  }

  private int pastQuoted(int at, char quote, boolean backslash) {
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && backslash) {
        i++;
      } else if (c == quote) {
        if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return text.length();
  }

  private int pastDollars(int at) {
    int tagEnd = at + 1;
    while (tagEnd < text.length() && tagCharacter(tagEnd, at + 1)) {
      tagEnd++;
    }
    if (tagEnd == text.length() || text.charAt(tagEnd) != '$') {
      return at;
    }
    String tag = text.substring(at, tagEnd + 1);
    int end = text.indexOf(tag, tagEnd + 1);
    return end < 0 ? text.length() : end + tag.length();
  }

  /** A tag is a word that does not begin with a digit: $1 is a parameter. */
  private boolean tagCharacter(int at, int first) {
    char c = text.charAt(at);
    return Character.isLetter(c) || c == '_' || (at > first && Character.isDigit(c));
  }

  private int pastComment(int at) {
    if (!text.startsWith("/*", at)) {
      int line = text.indexOf('\n', at);
      return line < 0 ? text.length() : line;
    }
    int depth = 1;
    int i = at + 2;
    while (i < text.length() && depth > 0) {
      if (text.startsWith("*/", i)) {
        depth--;
        i += 2;
      } else if (lexis.contains(Lexis.NESTED_COMMENTS) && text.startsWith("/*", i)) {
        depth++;
        i += 2;
      } else {
        i++;
      }
    }
    return Math.min(i, text.length());
  }
}
