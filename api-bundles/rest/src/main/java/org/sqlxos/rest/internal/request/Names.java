package org.sqlxos.rest.internal.request;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Names that callers write: how they are quoted in messages, and which name was probably meant. */
final class Names {

  private static final int MAX_QUOTED = 60;
  private static final int MAX_COMPARED = 100;

  private Names() {}

  /** The name in double quotes, cut if it is long. */
  static String quote(String name) {
    if (name.length() <= MAX_QUOTED) {
      return '"' + name + '"';
    }
    int end = Character.isHighSurrogate(name.charAt(MAX_QUOTED - 1)) ? MAX_QUOTED - 1 : MAX_QUOTED;
    return '"' + name.substring(0, end) + "...\"";
  }

  /** A sentence that proposes the candidate nearest to {@code wanted}, else {@code otherwise}. */
  static String hint(String wanted, Collection<String> candidates, String otherwise) {
    return nearest(wanted, candidates)
        .map(name -> "did you mean " + quote(name) + "?")
        .orElse(otherwise);
  }

  /** The candidate that differs least, if it differs in no more than a third of its letters. */
  static Optional<String> nearest(String wanted, Collection<String> candidates) {
    if (wanted.length() > MAX_COMPARED) {
      return Optional.empty();
    }
    String nearest = null;
    int least = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - wanted.length()) >= least) {
        continue;
      }
      int distance = distance(wanted.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's distance, row by row. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
