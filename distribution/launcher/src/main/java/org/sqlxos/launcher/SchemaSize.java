package org.sqlxos.launcher;

import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.View;

/** How large a schema is, as it is told to people: {@code 1 table and 3 views}. */
record SchemaSize(long tables, long views) {

  static SchemaSize of(CatalogSnapshot catalog) {
    long views = catalog.relations().stream().filter(View.class::isInstance).count();
    return new SchemaSize(catalog.relations().size() - views, views);
  }

  @Override
  public String toString() {
    return count(tables, "table") + " and " + count(views, "view");
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
