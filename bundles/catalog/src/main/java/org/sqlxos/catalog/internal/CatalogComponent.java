package org.sqlxos.catalog.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.catalog.internal.follow.DatabaseFollower;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/**
 * One follower for each name of a connected database. Where several are connected under one name,
 * as while a pack is updated, the one of the highest ranking is asked; the follower and its catalog
 * stay as long as there is one.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.sqlxos.catalog")
@Designate(ocd = CatalogConfiguration.class)
public final class CatalogComponent {

  /** All that are connected under one name, the best one first. */
  private static final class Named {
    final TreeMap<ServiceReference<ConnectedDatabase>, ConnectedDatabase> connected =
        new TreeMap<>(Comparator.reverseOrder());
    final DatabaseFollower follower;
    final @Nullable OfferedChanges changes;

    Named(DatabaseFollower follower, @Nullable OfferedChanges changes) {
      this.follower = follower;
      this.changes = changes;
    }

    /** The best one there is. */
    void use() {
      ConnectedDatabase best = connected.firstEntry().getValue();
      follower.use(best);
      if (changes != null) {
        changes.feed().use(best);
      }
    }

    void stop() {
      follower.stop();
      if (changes != null) {
        changes.withdraw();
      }
    }
  }

  private final BundleContext context;
  private final Duration poll;
  private final Map<String, Named> databases = new HashMap<>();
  private boolean active = true;

  @Activate
  public CatalogComponent(BundleContext context, CatalogConfiguration configuration) {
    this.context = context;
    this.poll = Duration.ofMillis(configuration.poll_millis());
  }

  @Reference(
      service = ConnectedDatabase.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindDatabase(ConnectedDatabase database, ServiceReference<ConnectedDatabase> reference) {
    synchronized (databases) {
      if (!active) {
        return;
      }
      Named named = databases.get(database.name());
      if (named != null) {
        named.connected.put(reference, database);
        named.use();
        return;
      }
      named =
          new Named(
              new DatabaseFollower(database, poll, this::publish),
              OfferedChanges.of(database, context).orElse(null));
      named.connected.put(reference, database);
      databases.put(database.name(), named);
      named.follower.start();
    }
  }

  void updatedDatabase(ConnectedDatabase database, ServiceReference<ConnectedDatabase> reference) {
    synchronized (databases) {
      Named named = databases.get(database.name());
      if (named != null) {
        // A changed ranking changes where a key belongs: it is looked for by identity.
        named.connected.keySet().removeIf(reference::equals);
        named.connected.put(reference, database);
        named.use();
      }
    }
  }

  void unbindDatabase(ConnectedDatabase database, ServiceReference<ConnectedDatabase> reference) {
    Named ended = without(database.name(), reference);
    if (ended != null) {
      // Not under the lock: it waits for the follower, which tells others.
      ended.stop();
    }
  }

  private @Nullable Named without(String name, ServiceReference<ConnectedDatabase> reference) {
    synchronized (databases) {
      Named named = databases.get(name);
      if (named == null) {
        return null;
      }
      named.connected.keySet().removeIf(reference::equals);
      if (!named.connected.isEmpty()) {
        named.use();
        return null;
      }
      databases.remove(name);
      return named;
    }
  }

  private Runnable publish(String database, LiveCatalog catalog) {
    Dictionary<String, Object> properties = new Hashtable<>(Map.of(LiveCatalog.DATABASE, database));
    ServiceRegistration<LiveCatalog> service =
        context.registerService(LiveCatalog.class, catalog, properties);
    return () -> {
      try {
        service.unregister();
      } catch (IllegalStateException e) {
        // The bundle has stopped, and the framework has withdrawn it.
      }
    };
  }

  /** Ends all followers and waits for them. */
  @Deactivate
  public void deactivate() {
    Map<String, Named> ended;
    synchronized (databases) {
      active = false;
      ended = Map.copyOf(databases);
      databases.clear();
    }
    ended.values().forEach(Named::stop);
  }
}
