package org.sqlxos.wirevm.internal.extender;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.driver.BundledDriver;
import org.sqlxos.wirevm.internal.driver.DriverFolders;
import org.sqlxos.wirevm.internal.driver.DriverSource;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/**
 * All documents that are installed, wherever they come from. Each is offered as a service once what
 * it inherits is there too, and anew when that changes.
 */
@Component(service = PackLibrary.class)
public final class PackLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(PackLibrary.class);

  private record Offered(PackLineage lineage, ServiceRegistration<?> service) {}

  /**
   * @param owner in whose name the pack is offered
   */
  private record Installed(PackSource source, BundleContext owner) {}

  private final DeadlineWatch watch = new DeadlineWatch();
  private final ServiceFunctions functions;
  private final DriverSource drivers;
  private final Map<Object, Installed> installed = new LinkedHashMap<>();
  private final Map<Object, Offered> offered = new HashMap<>();
  private final Map<Object, String> lastFaults = new HashMap<>();

  @Activate
  public PackLibrary(BundleContext context) {
    functions = new ServiceFunctions(context);
    drivers = new DriverFolders(folders(context));
  }

  /** The node's own folder, then the one beside the product. */
  private static List<Path> folders(BundleContext context) {
    String data = Objects.requireNonNullElse(context.getProperty("sqlx.data"), "sqlx-data");
    Path own = Path.of(data, "drivers");
    @Nullable String home = context.getProperty("sqlx.home");
    return home == null ? List.of(own) : List.of(own, Path.of(home, "drivers"));
  }

  /**
   * Takes documents in, or others in the place of those that had their keys.
   *
   * @param owner in whose name their packs are offered
   */
  synchronized void put(BundleContext owner, Map<?, PackSource> documents) {
    documents.forEach((key, source) -> installed.put(key, new Installed(source, owner)));
    resolve();
  }

  /** Withdraws documents. */
  synchronized void remove(Iterable<?> keys) {
    for (Object key : keys) {
      installed.remove(key);
      lastFaults.remove(key);
      withdraw(key);
    }
    resolve();
  }

  /**
   * A pack that nobody uses yet, with what it inherits.
   *
   * @throws PackFaults if it has faults
   */
  synchronized PackDocument read(PackSource source) throws PackFaults {
    return PackParser.parse(PackLineage.of(source, sources()).merged(), functions);
  }

  private List<PackSource> sources() {
    return installed.values().stream().map(Installed::source).toList();
  }

  private void resolve() {
    List<PackSource> sources = sources();
    installed.forEach((key, document) -> resolve(key, document, sources));
  }

  private void resolve(Object key, Installed document, List<PackSource> sources) {
    PackSource source = document.source();
    PackLineage lineage;
    try {
      lineage = PackLineage.of(source, sources);
    } catch (PackFaults e) {
      withdraw(key);
      if (isNew(key, e)) {
        // At the start its base may be about to come.
        LOG.info("{} is not offered yet: {}", source.place(), e.getMessage());
      }
      return;
    }
    @Nullable Offered before = offered.get(key);
    if (before != null && before.lineage().equals(lineage)) {
      return;
    }
    try {
      // There are many, of which a node uses one or two: those of bundles are read when they are
      // used, for the builds of bundles check what they bring. A file is checked here.
      offer(key, lineage, document.owner());
      lastFaults.remove(key);
    } catch (PackFaults e) {
      // What is offered stays until something better comes, or the document goes.
      refused(key, source, e);
    }
  }

  private boolean isNew(Object key, PackFaults faults) {
    return !String.valueOf(faults.getMessage()).equals(lastFaults.put(key, faults.getMessage()));
  }

  private void refused(Object key, PackSource source, PackFaults faults) {
    if (isNew(key, faults)) {
      LOG.error("{} is refused, it has {} faults", source.place(), faults.faults().size());
      faults.faults().forEach(fault -> LOG.error("{}: {}", source.place(), fault));
    }
  }

  private WirePack pack(PackLineage lineage) throws PackFaults {
    PackDocument pack = PackParser.parse(lineage.merged(), functions);
    DriverSource bundled =
        pack.description().transport() == Transport.EMBEDDED
            ? new BundledDriver(lineage.classes().orElseThrow(PackLibrary::noDriver))
            : drivers;
    return PackEngine.of(pack, bundled, watch);
  }

  private void offer(Object key, PackLineage lineage, BundleContext owner) throws PackFaults {
    PackSource source = lineage.line().getFirst();
    boolean lazily = source.classes().isPresent();
    List<String> schemes = source.schemes();
    // Who answers for every driver answers only where nobody knows more.
    int ranking = schemes.contains(ConnectionUrl.JDBC) ? Integer.MIN_VALUE : source.ranking();
    ServiceRegistration<?> service =
        owner.registerService(
            WirePack.class.getName(),
            lazily ? new UsedPack(() -> pack(lineage), source.place()) : pack(lineage),
            new Hashtable<>(
                Map.of(
                    WirePack.SCHEMES,
                    schemes.toArray(String[]::new),
                    Constants.SERVICE_RANKING,
                    ranking)));
    // The new one first: whoever uses the old one moves over and none fails.
    Optional.ofNullable(offered.put(key, new Offered(lineage, service)))
        .ifPresent(before -> before.service().unregister());
    LOG.info("{}: the pack {} is offered", source.place(), source.name());
  }

  private static PackFaults noDriver() {
    return new PackFaults(
        List.of(
            new PackFault("$.transport", "wire or jdbc expected, for a file brings no driver")));
  }

  private void withdraw(Object key) {
    Optional.ofNullable(offered.remove(key)).ifPresent(gone -> gone.service().unregister());
  }

  /** Withdraws all packs. */
  @Deactivate
  public synchronized void deactivate() {
    List.copyOf(offered.keySet()).forEach(this::withdraw);
    watch.close();
  }
}
