package org.sqlxos.jdbc.internal.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JDBC's patterns for names: % for any text, _ for one character, \ before what is itself. */
final class LikePattern {

  private LikePattern() {}

  /** Whether a name fits; everything fits no pattern at all. */
  static boolean fits(@Nullable String pattern, String name) {
    return pattern == null || regex(pattern).matcher(name).matches();
  }

  private static Pattern regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        boolean escaped = c == '\\' && i + 1 < pattern.length();
        i += escaped ? 1 : 0;
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
