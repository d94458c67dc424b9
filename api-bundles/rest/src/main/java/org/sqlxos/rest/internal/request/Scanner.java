package org.sqlxos.rest.internal.request;

import org.sqlxos.problem.api.ProblemException;

/** A position in the value of a query parameter. */
final class Scanner {

  private final String parameter;
  private final String text;
  private int at;

  /**
   * @param parameter the parameter's name, for messages
   */
  Scanner(String parameter, String text) {
    this.parameter = parameter;
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Whether one of {@code characters} comes next. */
  boolean atAny(String characters) {
    return !atEnd() && characters.indexOf(text.charAt(at)) >= 0;
  }

  /** Goes past {@code wanted} if it comes next. */
  boolean skip(String wanted) {
    if (text.startsWith(wanted, at)) {
      at += wanted.length();
      return true;
    }
    return false;
  }

  void require(String wanted) {
    if (!skip(wanted)) {
      throw expected("'" + wanted + "'");
    }
  }

  void requireEnd() {
    if (!atEnd()) {
      throw expected("the end");
    }
  }

  /** Letters, possibly none. */
  String word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Everything that is left. */
  String rest() {
    String rest = text.substring(at);
    at = text.length();
    return rest;
  }

  /**
   * Text in double quotes, in which a backslash goes before a quote or backslash; or text without
   * quotes up to one of {@code delimiters} or the end.
   */
  String token(String delimiters) {
    if (skip("\"")) {
      return quoted();
    }
    int start = at;
    while (at < text.length() && delimiters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        if (at == text.length()) {
          break;
        }
        c = text.charAt(at++);
      }
      out.append(c);
    }
    throw expected("a closing quote");
  }

  ProblemException expected(String what) {
    return RestProblem.MALFORMED_FILTER.problem(
        "parameter %s: %s expected at character %d"
            .formatted(Names.quote(parameter), what, at + 1));
  }
}
