package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * Brings the packs of every bundle that names some in its manifest into the library, for as long as
 * that bundle is active. Of two packs for one scheme the bundle with the higher version wins: the
 * ranking of the service is made from it.
 */
@Component(
    service = {},
    immediate = true)
public final class PackExtender implements BundleTrackerCustomizer<Map<String, PackSource>> {

  private static final Logger LOG = LoggerFactory.getLogger(PackExtender.class);

  private final PackLibrary library;
  private final BundleTracker<Map<String, PackSource>> tracker;

  @Activate
  public PackExtender(BundleContext context, @Reference PackLibrary library) {
    this.library = library;
    tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    tracker.open();
  }

  @Override
  public Map<String, PackSource> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
    Map<String, PackSource> packs = new LinkedHashMap<>();
    for (URL document : BundleDocuments.of(bundle, WirePack.HEADER)) {
      read(bundle, document)
          .ifPresent(pack -> packs.put(bundle.getBundleId() + document.getPath(), pack));
    }
    if (!packs.isEmpty()) {
      library.put(bundle.getBundleContext(), packs);
    }
    return packs;
  }

  @Override
  public void modifiedBundle(
      Bundle bundle, @Nullable BundleEvent event, Map<String, PackSource> packs) {}

  @Override
  public void removedBundle(
      Bundle bundle, @Nullable BundleEvent event, Map<String, PackSource> packs) {
    if (!packs.isEmpty()) {
      library.remove(packs.keySet());
    }
  }

  private static Optional<PackSource> read(Bundle bundle, URL document) {
    String place = bundle + ": " + document.getPath();
    try (InputStream content = document.openStream()) {
      return Optional.of(
          new PackSource(
              place,
              JsonDocument.read(content),
              Optional.of(bundle::loadClass),
              ranking(bundle.getVersion())));
    } catch (PackFaults e) {
      e.faults().forEach(fault -> LOG.error("{} is refused: {}", place, fault));
    } catch (IOException e) {
      LOG.error("{} cannot be read", place, e);
    }
    return Optional.empty();
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
  }
}
