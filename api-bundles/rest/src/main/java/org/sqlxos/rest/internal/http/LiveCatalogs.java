package org.sqlxos.rest.internal.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;

/** The databases present, by name. One immutable map, replaced whole. */
final class LiveCatalogs {

  private volatile Map<String, LiveCatalog> present = Map.of();

  void add(String name, LiveCatalog catalog) {
    replace(map -> map.put(name, catalog));
  }

  /** Takes the database away, unless another service has taken its place meanwhile. */
  void remove(String name, LiveCatalog catalog) {
    replace(map -> map.remove(name, catalog));
  }

  /** Every database as it is at this moment. */
  Map<String, CatalogSnapshot> snapshots() {
    Map<String, LiveCatalog> catalogs = present;
    if (catalogs.size() == 1) {
      Map.Entry<String, LiveCatalog> only = catalogs.entrySet().iterator().next();
      return Map.of(only.getKey(), only.getValue().snapshot());
    }
    Map<String, CatalogSnapshot> snapshots = new TreeMap<>();
    catalogs.forEach((name, catalog) -> snapshots.put(name, catalog.snapshot()));
    return snapshots;
  }

  private synchronized void replace(Consumer<Map<String, LiveCatalog>> change) {
    Map<String, LiveCatalog> changed = new TreeMap<>(present);
    change.accept(changed);
    present = Collections.unmodifiableMap(changed);
  }
}
