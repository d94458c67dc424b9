package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.wirevm.internal.dialect.DialectDocument;
import org.sqlxos.wirevm.internal.dialect.DialectParser;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * Offers the dialects that bundles bring as documents, each while its bundle is active and the
 * dialect that it differs from is there, be that one data too or a service of another bundle.
 */
@Component(
    service = {},
    immediate = true)
public final class DialectExtender
    implements BundleTrackerCustomizer<List<DialectDocument>>,
        ServiceTrackerCustomizer<Dialect, Dialect> {

  private static final Logger LOG = LoggerFactory.getLogger(DialectExtender.class);

  /** Marks the services of this class, so that they are not taken for those of others. */
  private static final String DECLARED = "sqlx.dialect.declared";

  private record Offered(
      Optional<Dialect> base, Dialect dialect, ServiceRegistration<Dialect> service) {}

  private final BundleContext context;
  private final Map<Bundle, List<DialectDocument>> documents = new LinkedHashMap<>();
  private final Map<ServiceReference<Dialect>, Dialect> others = new LinkedHashMap<>();
  private final Map<DialectDocument, Offered> offered = new HashMap<>();
  private final BundleTracker<List<DialectDocument>> bundles;
  private final ServiceTracker<Dialect, Dialect> services;

  @Activate
  public DialectExtender(BundleContext context) {
    this.context = context;
    services = new ServiceTracker<>(context, Dialect.class, this);
    bundles = new BundleTracker<>(context, Bundle.ACTIVE, this);
    services.open();
    bundles.open();
  }

  @Override
  public synchronized List<DialectDocument> addingBundle(
      Bundle bundle, @Nullable BundleEvent event) {
    List<DialectDocument> read = new ArrayList<>();
    for (URL url : BundleDocuments.of(bundle, Dialect.HEADER)) {
      read(bundle, url).ifPresent(read::add);
    }
    if (!read.isEmpty()) {
      documents.put(bundle, read);
      resolve();
    }
    return read;
  }

  private static Optional<DialectDocument> read(Bundle bundle, URL url) {
    try (InputStream content = url.openStream()) {
      return Optional.of(DialectDocument.read(content));
    } catch (PackFaults e) {
      refused(bundle + ": " + url.getPath(), e);
    } catch (IOException e) {
      LOG.error("{}: {} cannot be read", bundle, url.getPath(), e);
    }
    return Optional.empty();
  }

  private static void refused(String what, PackFaults faults) {
    faults.faults().forEach(fault -> LOG.error("the dialect {} is refused: {}", what, fault));
  }

  @Override
  public void modifiedBundle(
      Bundle bundle, @Nullable BundleEvent event, List<DialectDocument> read) {}

  @Override
  public synchronized void removedBundle(
      Bundle bundle, @Nullable BundleEvent event, List<DialectDocument> read) {
    if (documents.remove(bundle) != null) {
      resolve();
    }
  }

  @Override
  public synchronized Dialect addingService(ServiceReference<Dialect> reference) {
    Dialect dialect = context.getService(reference);
    if (dialect != null && reference.getProperty(DECLARED) == null) {
      others.put(reference, dialect);
      resolve();
    }
    return dialect;
  }

  @Override
  public void modifiedService(ServiceReference<Dialect> reference, Dialect dialect) {}

  @Override
  public synchronized void removedService(ServiceReference<Dialect> reference, Dialect dialect) {
    if (others.remove(reference) != null) {
      resolve();
    }
    context.ungetService(reference);
  }

  /** Makes every dialect again whose base has come, gone or changed. */
  private void resolve() {
    Map<String, Dialect> known = new HashMap<>();
    others.forEach(
        (reference, dialect) ->
            known.put(String.valueOf(reference.getProperty(Dialect.NAME)), dialect));
    List<DialectDocument> waiting =
        new ArrayList<>(documents.values().stream().flatMap(List::stream).toList());
    boolean more = true;
    while (more) {
      more = false;
      for (DialectDocument document : List.copyOf(waiting)) {
        if (document.base().isEmpty() || known.containsKey(document.base().get())) {
          waiting.remove(document);
          more |= make(document, known);
        }
      }
    }
    waiting.forEach(this::withdraw);
    waiting.forEach(
        document ->
            LOG.info(
                "the dialect {} waits for {}, which is not installed or waits for it",
                document.name(),
                document.base().orElse("")));
    offered.keySet().stream()
        .filter(document -> documents.values().stream().noneMatch(all -> all.contains(document)))
        .toList()
        .forEach(this::withdraw);
  }

  private boolean make(DialectDocument document, Map<String, Dialect> known) {
    Optional<Dialect> base = document.base().map(known::get);
    @Nullable Offered before = offered.get(document);
    if (before != null && before.base().equals(base)) {
      known.put(document.name(), before.dialect());
      return true;
    }
    try {
      Dialect made = DialectParser.parse(document, base);
      known.put(document.name(), made);
      offer(document, base, made);
      return true;
    } catch (PackFaults e) {
      refused(document.name(), e);
      withdraw(document);
      return false;
    }
  }

  private void offer(DialectDocument document, Optional<Dialect> base, Dialect dialect) {
    ServiceRegistration<Dialect> service =
        context.registerService(
            Dialect.class,
            dialect,
            new Hashtable<>(Map.of(Dialect.NAME, document.name(), DECLARED, true)));
    // The new one first: no statement finds none.
    @Nullable Offered before = offered.put(document, new Offered(base, dialect, service));
    if (before != null) {
      before.service().unregister();
    }
  }

  private void withdraw(DialectDocument document) {
    @Nullable Offered gone = offered.remove(document);
    if (gone != null) {
      gone.service().unregister();
    }
  }

  /** Withdraws all dialects. */
  @Deactivate
  public void deactivate() {
    bundles.close();
    services.close();
  }
}
