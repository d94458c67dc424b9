package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.PackFaults;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/**
 * Offers the pack of every bundle that names one in its manifest, for as long as that bundle is
 * active. Of two packs for one scheme the bundle with the higher version wins: the ranking of the
 * service is made from it.
 */
@Component(
    service = {},
    immediate = true)
public final class PackExtender
    implements BundleTrackerCustomizer<Optional<ServiceRegistration<WirePack>>> {

  private static final Logger LOG = LoggerFactory.getLogger(PackExtender.class);

  private final DeadlineWatch watch = new DeadlineWatch();
  private final ServiceFunctions functions;
  private final BundleTracker<Optional<ServiceRegistration<WirePack>>> tracker;

  @Activate
  public PackExtender(BundleContext context) {
    functions = new ServiceFunctions(context);
    tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    tracker.open();
  }

  @Override
  public Optional<ServiceRegistration<WirePack>> addingBundle(
      Bundle bundle, @Nullable BundleEvent event) {
    String path = bundle.getHeaders("").get(WirePack.HEADER);
    return path == null ? Optional.empty() : read(bundle, path).map(pack -> offer(bundle, pack));
  }

  @Override
  public void modifiedBundle(
      Bundle bundle,
      @Nullable BundleEvent event,
      Optional<ServiceRegistration<WirePack>> service) {}

  @Override
  public void removedBundle(
      Bundle bundle, @Nullable BundleEvent event, Optional<ServiceRegistration<WirePack>> service) {
    service.ifPresent(ServiceRegistration::unregister);
  }

  private Optional<PackDocument> read(Bundle bundle, String path) {
    URL document = bundle.getEntry(path);
    if (document == null) {
      LOG.error("{}: the manifest names {}, but it is not in the bundle", bundle, path);
      return Optional.empty();
    }
    try (InputStream content = document.openStream()) {
      return Optional.of(PackParser.parse(content, functions));
    } catch (PackFaults e) {
      LOG.error("{}: {} is refused, it has {} faults", bundle, path, e.faults().size());
      e.faults().forEach(fault -> LOG.error("{}: {}", path, fault));
    } catch (IOException e) {
      LOG.error("{}: {} cannot be read", bundle, path, e);
    }
    return Optional.empty();
  }

  private ServiceRegistration<WirePack> offer(Bundle bundle, PackDocument pack) {
    Dictionary<String, Object> properties =
        new Hashtable<>(
            Map.of(
                WirePack.SCHEMES,
                pack.description().schemes().toArray(String[]::new),
                Constants.SERVICE_RANKING,
                ranking(bundle.getVersion())));
    return bundle
        .getBundleContext()
        .registerService(WirePack.class, PackEngine.of(pack, bundle::loadClass, watch), properties);
  }

  private static int ranking(Version version) {
    return Math.min(version.getMajor(), 2000) * 1_000_000
        + Math.min(version.getMinor(), 999) * 1000
        + Math.min(version.getMicro(), 999);
  }

  /** Withdraws all packs. */
  @Deactivate
  public void deactivate() {
    tracker.close();
    watch.close();
  }
}
