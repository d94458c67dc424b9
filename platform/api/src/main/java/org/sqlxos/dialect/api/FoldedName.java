package org.sqlxos.dialect.api;

import java.util.Locale;

/**
 * Names of databases that keep unquoted ones in upper case. In the catalog, and so in paths and
 * JSON, {@code USERS} is {@code users}, as its owner wrote it. A name that is in lower case in the
 * database is in upper case in the catalog; one with letters of both stays. So no two names become
 * one, and each leads back: the same method does both.
 */
public final class FoldedName {

  private FoldedName() {}

  /** The name on the other side. */
  public static String swap(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String lower = name.toLowerCase(Locale.ROOT);
    // Letters like the German sharp s do not lead back.
    boolean plain =
        upper.toLowerCase(Locale.ROOT).equals(lower) && upper.length() == lower.length();
    if (!plain || upper.equals(lower)) {
      return name;
    }
    return name.equals(upper) && lower.toUpperCase(Locale.ROOT).equals(upper)
        ? lower
        : name.equals(lower) && upper.toLowerCase(Locale.ROOT).equals(lower) ? upper : name;
  }
}
