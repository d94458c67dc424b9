package org.sqlxos.wirevm.internal.database;

import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * One configured database. It is offered while a pack for its scheme is there, reached with the
 * pack of the highest ranking. A pack that takes over is offered before the other one is withdrawn.
 * Nothing is connected before somebody asks for a session, unless {@code pool.min} says so.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = "org.sqlxos.database",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DatabaseConfiguration.class, factory = true)
public final class DatabaseComponent implements ServiceTrackerCustomizer<WirePack, WirePack> {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?[a-z][a-z0-9+.-]*");

  private record Offered(PooledDatabase database, ServiceRegistration<?> service) {}

  private final BundleContext context;
  private final String name;
  private final ConnectionUrl url;
  private final PoolOptions options;
  private final TreeMap<ServiceReference<WirePack>, WirePack> packs =
      new TreeMap<>(Comparator.reverseOrder());
  private final ServiceTracker<WirePack, WirePack> tracker;
  private @Nullable Offered offered;
  private boolean leaving;

  @Activate
  public DatabaseComponent(BundleContext context, DatabaseConfiguration configuration) {
    this.context = context;
    this.name = configuration.name();
    this.options =
        PoolOptions.of(
            name,
            new PoolOptions.Sizes(configuration.pool_min(), configuration.pool_max()),
            checked(configuration));
    this.url = options.url();
    this.tracker = new ServiceTracker<>(context, packsFor(url.scheme()), this);
    tracker.open();
  }

  private static ConnectionUrl checked(DatabaseConfiguration configuration) {
    if (!NAME.matcher(configuration.name()).matches()) {
      throw WireProblem.DATABASE_MISCONFIGURED.problem(
          "A database's name has lower-case letters, digits, _ and -, not \"%s\""
              .formatted(configuration.name()));
    }
    try {
      ConnectionUrl url = ConnectionUrl.parse(configuration.url());
      if (SCHEME.matcher(url.scheme()).matches()) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the text of the URL: it may hold a password.
    }
    throw WireProblem.DATABASE_MISCONFIGURED.problem(
        "url of \"%s\" is no database URL".formatted(configuration.name()),
        "A database URL looks like scheme:path or scheme://user@host/database.");
  }

  private static org.osgi.framework.Filter packsFor(String scheme) {
    try {
      String wanted = "(%s=%s)".formatted(WirePack.SCHEMES, scheme);
      if (scheme.startsWith(ConnectionUrl.JDBC + ":")) {
        wanted = "(|%s(%s=%s))".formatted(wanted, WirePack.SCHEMES, ConnectionUrl.JDBC);
      }
      return FrameworkUtil.createFilter(
          "(&(objectClass=%s)%s)".formatted(WirePack.class.getName(), wanted));
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public WirePack addingService(ServiceReference<WirePack> reference) {
    WirePack pack = context.getService(reference);
    if (pack != null) {
      change(reference, pack);
    }
    return pack;
  }

  @Override
  public void modifiedService(ServiceReference<WirePack> reference, WirePack pack) {
    change(reference, pack);
  }

  @Override
  public void removedService(ServiceReference<WirePack> reference, WirePack pack) {
    change(reference, null);
    context.ungetService(reference);
  }

  /** Takes in that a pack came or went; returns when what it replaces is drained. */
  private void change(ServiceReference<WirePack> reference, @Nullable WirePack pack) {
    Optional<Offered> replaced;
    synchronized (packs) {
      // A changed ranking changes where a key belongs: it is looked for by identity.
      packs.keySet().removeIf(reference::equals);
      if (pack != null) {
        packs.put(reference, pack);
      }
      replaced = moveTo(leaving ? null : packs.firstEntry());
    }
    // Not under the lock: it waits for operations.
    replaced.ifPresent(old -> old.database().drain());
  }

  private Optional<Offered> moveTo(Map.@Nullable Entry<ServiceReference<WirePack>, WirePack> best) {
    Offered old = offered;
    if (old != null && best != null && old.database().reachedWith(best.getValue())) {
      return Optional.empty();
    }
    offered = best == null ? null : offer(best.getValue());
    if (old != null) {
      if (offered != null) {
        old.database().succeededBy(offered.database());
      }
      old.service().unregister();
      LOG.info("database \"{}\": a pack of {} has gone", name, url.scheme());
    }
    return Optional.ofNullable(old);
  }

  private Offered offer(WirePack pack) {
    PooledDatabase database = new PooledDatabase(name, options, pack);
    Dictionary<String, Object> properties = new Hashtable<>(Map.of("sqlx.database", name));
    String[] offers = {ConnectedDatabase.class.getName(), PoolReport.class.getName()};
    ServiceRegistration<?> service = context.registerService(offers, database, properties);
    LOG.info("database \"{}\" ({}) is reached with pack {}", name, url, pack.description().name());
    return new Offered(database, service);
  }

  /** Withdraws it and waits for the sessions that are lent. */
  @Deactivate
  public void deactivate() {
    synchronized (packs) {
      leaving = true;
    }
    tracker.close();
  }
}
