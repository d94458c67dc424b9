package org.sqlxos.security.internal.policy;

import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.RelationName;

/**
 * What a role may do with a table.
 *
 * @param database the database's name; empty for any
 * @param table as in paths, {@code *} for every one
 * @param line of the policy file
 */
record TableRule(String database, String table, List<Grant> grants, int line) {

  private static final String EVERY = "*";

  static TableRule of(String name, List<Grant> grants, int line) {
    int slash = name.indexOf('/');
    return slash < 0
        ? new TableRule("", name, grants, line)
        : new TableRule(name.substring(0, slash), name.substring(slash + 1), grants, line);
  }

  boolean about(CatalogSnapshot catalog, RelationName name) {
    return in(catalog) && (everyTable() || catalog.pathName(name).equals(table));
  }

  boolean in(CatalogSnapshot catalog) {
    return database.isEmpty() || database.equals(catalog.database().name());
  }

  boolean everyTable() {
    return table.equals(EVERY);
  }
}
