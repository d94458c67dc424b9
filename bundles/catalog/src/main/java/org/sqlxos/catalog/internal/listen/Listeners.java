package org.sqlxos.catalog.internal.listen;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.catalog.api.LiveChanges.Listener;
import org.sqlxos.catalog.api.RelationName;

/** Who wants to hear of which relation. */
final class Listeners {

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final Map<RelationName, List<Listener>> byRelation = new ConcurrentHashMap<>();

  void add(RelationName relation, Listener listener) {
    byRelation.compute(
        relation,
        (name, present) -> {
          List<Listener> all = present == null ? new CopyOnWriteArrayList<>() : present;
          all.add(listener);
          return all;
        });
  }

  void remove(RelationName relation, Listener listener) {
    byRelation.computeIfPresent(
        relation,
        (name, present) -> {
          present.remove(listener);
          return present.isEmpty() ? null : present;
        });
  }

  boolean isEmpty() {
    return byRelation.isEmpty();
  }

  void tell(ToldChange told) {
    for (Listener listener : byRelation.getOrDefault(told.relation(), List.of())) {
      guarded(() -> told.change().ifPresentOrElse(listener::changed, listener::missed));
    }
  }

  /** Nobody can be sure of anything. */
  void missed() {
    byRelation.values().forEach(all -> all.forEach(listener -> guarded(listener::missed)));
  }

  // One that fails must not keep the others from being told.
  private static void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      log.warn("A listener to changes failed", e);
    }
  }
}
