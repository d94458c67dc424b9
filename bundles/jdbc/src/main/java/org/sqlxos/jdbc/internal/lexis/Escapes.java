package org.sqlxos.jdbc.internal.lexis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JDBC's escapes in braces (JDBC 4.3 chapter 13.4). Functions keep their names: the databases have
 * most of JDBC's under the same.
 */
final class Escapes {

  private static final Pattern BEGIN =
      Pattern.compile(
          "\\{\\s*(?:(ts|d|t)\\s*(?=')|(fn|oj)\\s|(escape|limit)\\s|(call)\\s|(\\?)\\s*=\\s*call\\s)",
          Pattern.CASE_INSENSITIVE);

  /** What has to be put where an escape ends. */
  private final Deque<String> ends = new ArrayDeque<>();

  private static final String NO_ESCAPE = "}";

  /** Reads what begins with a brace. */
  int begin(String text, int at, StringBuilder out) {
    Matcher matcher = BEGIN.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      ends.push(NO_ESCAPE);
      out.append('{');
      return at + 1;
    }
    ends.push("");
    if (matcher.group(1) != null) {
      out.append(
          switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "d" -> "DATE ";
            case "t" -> "TIME ";
            default -> "TIMESTAMP ";
          });
    } else if (matcher.group(3) != null) {
      out.append(matcher.group(3)).append(' ');
    } else if (matcher.group(4) != null) {
      out.append("CALL ");
    } else if (matcher.group(5) != null) {
      out.append("SELECT ");
    }
    return matcher.end();
  }

  /** Ends the innermost; false if none is open. */
  boolean end(StringBuilder out) {
    if (ends.isEmpty()) {
      return false;
    }
    out.append(ends.pop());
    return true;
  }
}
