package org.sqlxos.security.internal.policy;

import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Routine;

/**
 * Functions and procedures that a role may call.
 *
 * @param database the database's name; empty for any
 * @param name as in paths, {@code *} for every one; all that have it are meant
 * @param line of the policy file
 */
record FunctionRule(String database, String name, int line) {

  private static final String EVERY = "*";

  static FunctionRule of(String name, int line) {
    int slash = name.indexOf('/');
    return slash < 0
        ? new FunctionRule("", name, line)
        : new FunctionRule(name.substring(0, slash), name.substring(slash + 1), line);
  }

  boolean in(CatalogSnapshot catalog) {
    return database.isEmpty() || database.equals(catalog.database().name());
  }

  boolean everyOne() {
    return name.equals(EVERY);
  }

  boolean about(CatalogSnapshot catalog, Routine routine) {
    return in(catalog) && (everyOne() || catalog.pathName(routine.name()).equals(name));
  }
}
