package org.sqlxos.admin.internal.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sqlxos.admin.internal.answer.AdminProblem;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The services that the resources tell of; they come and go while the API is up. */
@Component(service = NodeState.class)
public final class NodeState {

  private final Map<String, ConnectedDatabase> databases = new ConcurrentSkipListMap<>();
  private final Map<String, LiveCatalog> catalogs = new ConcurrentHashMap<>();
  private volatile @Nullable Pipeline pipeline;

  /** With nothing yet: what there is binds itself. */
  @Activate
  public NodeState() {}

  Pipeline pipeline() {
    Pipeline present = pipeline;
    if (present == null) {
      throw AdminProblem.NO_PIPELINE.problem("there is no pipeline to tell of");
    }
    return present;
  }

  List<ConnectedDatabase> databases() {
    return List.copyOf(databases.values());
  }

  Optional<CatalogSnapshot> catalog(String database) {
    return Optional.ofNullable(catalogs.get(database)).map(LiveCatalog::snapshot);
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
    databases.put(database.name(), database);
  }

  void unbindDatabase(ConnectedDatabase database) {
    databases.remove(database.name(), database);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCatalog(LiveCatalog catalog, Map<String, Object> properties) {
    catalogs.put(String.valueOf(properties.get(LiveCatalog.DATABASE)), catalog);
  }

  void unbindCatalog(LiveCatalog catalog, Map<String, Object> properties) {
    catalogs.remove(String.valueOf(properties.get(LiveCatalog.DATABASE)), catalog);
  }
}
