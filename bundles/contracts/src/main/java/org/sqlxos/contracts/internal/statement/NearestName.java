package org.sqlxos.contracts.internal.statement;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearestName {

  /** Comparing takes the product of the lengths; nobody means a longer name. */
  private static final int LONGEST = 128;

  private NearestName() {}

  /** The name that takes the fewest changes, if that is less than about a third of it. */
  static Optional<String> of(String wanted, Collection<String> names) {
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String nearest = null;
    int fewest = wanted.length() / 3 + 2;
    for (String name : names) {
      int changes = changes(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (changes < fewest) {
        fewest = changes;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Levenshtein's distance. */
  private static int changes(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
