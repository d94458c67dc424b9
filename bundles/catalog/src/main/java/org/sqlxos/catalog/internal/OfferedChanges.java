package org.sqlxos.catalog.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.catalog.api.LiveChanges;
import org.sqlxos.catalog.internal.listen.ChangeFeed;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** What a database tells of changes, offered to the rest of the node. */
record OfferedChanges(ChangeFeed feed, ServiceRegistration<LiveChanges> service) {

  /** Empty where its pack does not say how it tells of changes. */
  static Optional<OfferedChanges> of(ConnectedDatabase database, BundleContext context) {
    return database
        .pack()
        .changes()
        .map(
            capture -> {
              ChangeFeed feed = new ChangeFeed(database, capture);
              Dictionary<String, Object> properties =
                  new Hashtable<>(Map.of(LiveCatalog.DATABASE, database.name()));
              return new OfferedChanges(
                  feed, context.registerService(LiveChanges.class, feed, properties));
            });
  }

  void withdraw() {
    feed.stop();
    try {
      service.unregister();
    } catch (IllegalStateException e) {
      // The bundle has stopped, and the framework has withdrawn it.
    }
  }
}
