package org.sqlxos.telemetry.internal.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** Knows what is still missing before operations can be served. */
@Component(service = Readiness.class)
public final class Readiness {

  private final Set<String> databases = new ConcurrentSkipListSet<>();
  private final Map<LiveCatalog, String> catalogs = new ConcurrentHashMap<>();
  private volatile @Nullable Pipeline pipeline;

  /** With nothing yet: what there is binds itself. */
  @Activate
  public Readiness() {}

  /**
   * One thing that is missing.
   *
   * @param kind {@code pipeline}, {@code phase}, {@code database} or {@code catalog}
   * @param name of the phase or database; {@code any} where there is none at all
   * @param reason for a person
   */
  record Missing(String kind, String name, String reason) {}

  /** What is missing, in the order in which it is usually mended. Empty: ready. */
  List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    Pipeline present = pipeline;
    if (present == null) {
      missing.add(new Missing("pipeline", "any", "the orchestrator does not run"));
    } else {
      for (Phase phase : new TreeSet<>(present.describe().missing())) {
        missing.add(new Missing("phase", phase.name(), "required, and no bundle provides it"));
      }
    }
    if (databases.isEmpty()) {
      missing.add(new Missing("database", "any", "no database is connected"));
    }
    Collection<String> introspected = Set.copyOf(catalogs.values());
    for (String database : databases) {
      if (!introspected.contains(database)) {
        missing.add(new Missing("catalog", database, "its schema has not been read yet"));
      }
    }
    return missing;
  }

  List<String> databases() {
    return List.copyOf(databases);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPipeline(Pipeline appeared) {
    pipeline = appeared;
  }

  void unbindPipeline(Pipeline gone) {
    // The replacement may have been bound before.
    if (gone.equals(pipeline)) {
      pipeline = null;
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDatabase(ConnectedDatabase database) {
    databases.add(database.name());
  }

  void unbindDatabase(ConnectedDatabase database) {
    databases.remove(database.name());
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCatalog(LiveCatalog catalog, Map<String, Object> properties) {
    catalogs.put(catalog, String.valueOf(properties.get(LiveCatalog.DATABASE)));
  }

  void unbindCatalog(LiveCatalog catalog) {
    catalogs.remove(catalog);
  }
}
