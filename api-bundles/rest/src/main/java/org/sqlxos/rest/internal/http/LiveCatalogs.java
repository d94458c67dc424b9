package org.sqlxos.rest.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.framework.Constants;
import org.sqlxos.admission.api.View;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;

/**
 * The databases present, by name. Where two services have the same name, as while a bundle is
 * replaced by a newer one, the one with the higher ranking serves, and the newer of equals; when it
 * goes the other serves on.
 */
final class LiveCatalogs {

  private final List<Service> services = new ArrayList<>();
  private volatile Map<String, LiveCatalog> serving = Map.of();

  /**
   * Takes a service in.
   *
   * @param properties the service's
   */
  void add(LiveCatalog catalog, Map<String, Object> properties) {
    Service service = Service.of(catalog, properties);
    change(present -> present.add(service));
  }

  /** Takes a service away. Its properties may have changed since it came, but for its id. */
  void remove(LiveCatalog catalog, Map<String, Object> properties) {
    long id = Service.number(properties, Constants.SERVICE_ID);
    change(present -> present.removeIf(one -> one.catalog() == catalog && one.id() == id));
  }

  /** Every database as it is at this moment, seen through {@code view}. */
  Map<String, CatalogSnapshot> snapshots(View view) {
    Map<String, LiveCatalog> catalogs = serving;
    if (catalogs.size() == 1) {
      Map.Entry<String, LiveCatalog> only = catalogs.entrySet().iterator().next();
      return Map.of(only.getKey(), view.of(only.getValue().snapshot()));
    }
    Map<String, CatalogSnapshot> snapshots = new TreeMap<>();
    catalogs.forEach((name, catalog) -> snapshots.put(name, view.of(catalog.snapshot())));
    return snapshots;
  }

  /** One database as it is at this moment. */
  Optional<CatalogSnapshot> whole(String name) {
    return Optional.ofNullable(serving.get(name)).map(LiveCatalog::snapshot);
  }

  // Requests read one immutable map, which is replaced whole.
  private synchronized void change(Consumer<List<Service>> change) {
    change.accept(services);
    services.sort(Comparator.comparingLong(Service::ranking).thenComparingLong(Service::id));
    Map<String, LiveCatalog> best = new TreeMap<>();
    services.forEach(service -> best.put(service.name(), service.catalog()));
    serving = Collections.unmodifiableMap(best);
  }

  /** A service with what its properties said when it came. */
  private record Service(String name, LiveCatalog catalog, long ranking, long id) {

    static Service of(LiveCatalog catalog, Map<String, Object> properties) {
      String name =
          properties.get(LiveCatalog.DATABASE) instanceof String configured
              ? configured
              : catalog.snapshot().database().name();
      return new Service(
          name,
          catalog,
          number(properties, Constants.SERVICE_RANKING),
          number(properties, Constants.SERVICE_ID));
    }

    static long number(Map<String, Object> properties, String key) {
      return properties.get(key) instanceof Number number ? number.longValue() : 0;
    }
  }
}
