package org.sqlxos.runtime.internal.framework;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.util.tracker.ServiceTracker;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.runtime.internal.configuration.CheckedConfiguration;
import org.sqlxos.start.api.StartProblem;

/**
 * A started framework. It starts in three steps: the bundles are installed, the lowest start level
 * brings Configuration Admin, which gets the configuration, then the level rises to the top. It
 * stops the other way round: what faces the outside first, so that requests in flight still find
 * everything below.
 */
public final class RunningNode {

  /**
   * The start level at which Configuration Admin, and nothing that needs a configuration, is
   * active.
   */
  private static final int CONFIGURATION_LEVEL = 5;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration HTTP_LIMIT = Duration.ofSeconds(10);
  private static final String HTTP_RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";

  private final Framework framework;
  private final URI address;

  private RunningNode(Framework framework, URI address) {
    this.framework = framework;
    this.address = address;
  }

  /** Starts a node and returns when it answers. */
  public static RunningNode start(NodeSettings settings) {
    BundleFolder folder = BundleFolder.of(settings.bundles());
    CheckedConfiguration configuration =
        CheckedConfiguration.of(
            folder.all(), settings.file(), settings.environment(), settings.flags());
    String host = (String) configuration.http("host").orElse("127.0.0.1");
    int port = (Integer) configuration.http("port").orElse(3000);
    requireFree(host, port);
    Framework framework = create(settings, host, port);
    try {
      framework.start();
      BundleContext context = framework.getBundleContext();
      StartFailures failures = new StartFailures();
      context.addFrameworkListener(failures);
      BundleCache.align(context, folder);
      raise(framework, CONFIGURATION_LEVEL);
      ConfigurationDelivery.deliver(context, configuration);
      raise(framework, folder.highestLevel());
      failures
          .first()
          .ifPresent(
              failure -> {
                throw StartProblem.BUNDLE_FAILED.problem(failure);
              });
      return new RunningNode(framework, bound(context, host, port));
    } catch (BundleException e) {
      stop(framework);
      throw new ProblemException(
          StartProblem.BUNDLE_FAILED.problem("The framework does not start.").problem(), e);
    } catch (ProblemException e) {
      stop(framework);
      throw e;
    }
  }

  private static void requireFree(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw inUse(host, port);
    }
  }

  private static ProblemException inUse(String host, int port) {
    return StartProblem.PORT_IN_USE.problem(
        "Cannot listen on "
            + host
            + " port "
            + port
            + ": another program does, or it is not allowed.",
        "Choose another port with --port.");
  }

  private static Framework create(NodeSettings settings, String host, int port) {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, settings.data().resolve("bundles").toString());
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SharedPackages.header());
    properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1");
    properties.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.net");
    // One JVM has one URL stream handler factory; a second node, or the host, must not lose its
    // own.
    properties.put("felix.service.urlhandlers", "false");
    // Felix would print to standard output; what it has to say comes as framework events, which are
    // logged.
    properties.put("felix.log.level", "0");
    properties.put("sqlx.data", settings.data().toString());
    properties.put("org.apache.felix.http.host", host);
    properties.put("org.osgi.service.http.port", String.valueOf(port));
    properties.put("org.apache.felix.http.jetty.virtualthreads.enable", "true");
    properties.put("org.apache.felix.http.jetty.headerBufferSize", "65536");
    properties.put("org.apache.felix.http.jetty.sendServerHeader", "false");
    // Keys may hold an encoded slash. Servlets split the raw path before they decode it, so nothing
    // is ambiguous.
    properties.put("org.eclipse.jetty.UriComplianceMode", "UNSAFE");
    try {
      Files.createDirectories(settings.data());
      Framework framework = new FrameworkFactory().newFramework(properties);
      framework.init();
      return framework;
    } catch (IOException e) {
      throw StartProblem.DATA_IN_USE.problem(
          "The data folder \"" + settings.data() + "\" cannot be written.");
    } catch (BundleException e) {
      throw new ProblemException(
          StartProblem.DATA_IN_USE
              .problem(
                  "The data folder \"" + settings.data() + "\" is in use, or cannot be written.",
                  "Stop the other node, or choose another folder with --data.")
              .problem(),
          e);
    }
  }

  private static void raise(Framework framework, int level) {
    CountDownLatch reached = new CountDownLatch(1);
    framework
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(
            level,
            event -> {
              if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
              }
            });
    try {
      reached.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartProblem.BUNDLE_FAILED.problem("The start was interrupted.");
    }
  }

  private static URI bound(BundleContext context, String host, int port) {
    try (var tracker = closeable(context)) {
      if (tracker.tracker().waitForService(HTTP_LIMIT.toMillis()) != null
          && tracker.tracker().getServiceReference().getProperty("osgi.http.endpoint")
              instanceof String[] endpoints) {
        for (String endpoint : endpoints) {
          if (endpoint.startsWith("http:")) {
            return URI.create(endpoint);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw inUse(host, port);
  }

  private record ClosingTracker(ServiceTracker<Object, Object> tracker) implements AutoCloseable {
    @Override
    public void close() {
      tracker.close();
    }
  }

  private static ClosingTracker closeable(BundleContext context) {
    ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, HTTP_RUNTIME, null);
    tracker.open(true);
    return new ClosingTracker(tracker);
  }

  public URI address() {
    return address;
  }

  /** The services present, the preferred one first. */
  public <T> List<T> services(Class<T> type, @Nullable String filter) {
    BundleContext context = framework.getBundleContext();
    if (context == null) {
      return List.of();
    }
    try {
      return context.getServiceReferences(type, filter).stream()
          .sorted(Comparator.reverseOrder())
          .map(context::getService)
          .filter(Objects::nonNull)
          .toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("\"" + filter + "\" is no LDAP filter", e);
    }
  }

  public <T> Optional<T> awaitService(Class<T> type, String filter, Duration limit) {
    BundleContext context = framework.getBundleContext();
    if (context == null) {
      return Optional.empty();
    }
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, both(context, type, filter), null);
    tracker.open();
    try {
      return Optional.ofNullable(tracker.waitForService(Math.max(1, limit.toMillis())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      tracker.close();
    }
  }

  private static Filter both(BundleContext context, Class<?> type, String filter) {
    try {
      return context.createFilter(
          "(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")" + filter + ")");
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("\"" + filter + "\" is no LDAP filter", e);
    }
  }

  public void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  public void close() {
    stop(framework);
  }

  private static void stop(Framework framework) {
    try {
      framework.stop();
      framework.waitForStop(STOP_LIMIT.toMillis());
    } catch (BundleException e) {
      throw new IllegalStateException("the framework does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
