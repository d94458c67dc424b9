package org.sqlxos.wirevm.internal.pack;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $1} in a text of the pack: stands for what a group of a pattern found. */
public final class GroupReferences {

  private static final Pattern REFERENCE = Pattern.compile("\\$([0-9])");

  private GroupReferences() {}

  /** Puts in what the groups found. */
  public static String fill(String template, MatchResult found) {
    return REFERENCE
        .matcher(template)
        .replaceAll(
            reference -> {
              String group = found.group(Integer.parseInt(reference.group(1)));
              return Matcher.quoteReplacement(group == null ? "" : group);
            });
  }

  /** Puts the same text in for each group. */
  static String fill(String template, String everywhere) {
    return REFERENCE.matcher(template).replaceAll(Matcher.quoteReplacement(everywhere));
  }

  /** What is wrong with the references, if something is. */
  static Optional<String> fault(Optional<Pattern> pattern, String template) {
    int groups = pattern.map(p -> p.matcher("").groupCount()).orElse(-1);
    return REFERENCE
        .matcher(template)
        .results()
        .filter(reference -> Integer.parseInt(reference.group(1)) > groups)
        .findFirst()
        .map(reference -> "a group of the pattern expected, there is no " + reference.group());
  }
}
