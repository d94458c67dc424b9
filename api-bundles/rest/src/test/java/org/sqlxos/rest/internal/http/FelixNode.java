package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.sqlxos.testkit.await.Await;

/**
 * A real container with the bundle under test and those that it needs. The contracts of the
 * platform and the log come from the class path, so that a test can bring services of its own.
 */
final class FelixNode implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path BUNDLE = Path.of(System.getProperty("bundle.under.test"));
  private static final Path BESIDE = Path.of(System.getProperty("bundles.beside"));

  private final Framework framework;
  private final HttpClient client = HttpClient.newHttpClient();
  final Bundle rest;
  final int port;

  private FelixNode(Framework framework, int port) throws Exception {
    this.framework = framework;
    this.port = port;
    TreeSet<Path> jars = new TreeSet<>();
    try (Stream<Path> beside = Files.list(BESIDE)) {
      beside.filter(path -> path.toString().endsWith(".jar")).forEach(jars::add);
    }
    for (Path jar : jars) {
      context().installBundle("reference:" + jar.toUri());
    }
    rest = context().installBundle("reference:" + BUNDLE.toUri());
    for (Bundle bundle : context().getBundles()) {
      bundle.start();
    }
  }

  static FelixNode start(Path storage) throws Exception {
    int port = freePort();
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    // One JVM has one URL stream handler factory, and the tests' is to stay.
                    "felix.service.urlhandlers",
                    "false",
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    shared(),
                    Constants.FRAMEWORK_BSNVERSION,
                    Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                    "org.osgi.service.http.port",
                    String.valueOf(port),
                    "org.apache.felix.http.host",
                    "127.0.0.1",
                    "org.apache.felix.http.jetty.headerBufferSize",
                    "65536",
                    "org.eclipse.jetty.UriComplianceMode",
                    "UNSAFE",
                    "felix.log.level",
                    "1"));
    framework.start();
    return new FelixNode(framework, port);
  }

  private static String shared() {
    Stream<String> contracts =
        Stream.of("admission", "catalog", "operation", "problem", "stage", "type")
            .map(name -> "org.sqlxos." + name + ".api;version=1.0.0");
    Stream<String> log =
        Stream.of("", ".event", ".helpers", ".spi")
            .map(name -> "org.slf4j" + name + ";version=2.0.20");
    return Stream.of(contracts, log, Stream.of("sun.misc"))
        .flatMap(packages -> packages)
        .collect(Collectors.joining(","));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** A second copy of the bundle under test, running beside the first. */
  Bundle startSecond(Path folder) throws Exception {
    Path copy = Files.copy(BUNDLE, folder.resolve("second.jar"));
    Bundle second = context().installBundle("reference:" + copy.toUri());
    second.start();
    return second;
  }

  int status(String path) {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Asks until the answer has this status: bundles and services come one after the other. */
  void await(String path, int status) {
    Await.until(status + " from " + path, LIMIT, () -> status(path), List.of(status)::contains);
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(LIMIT.toMillis());
  }
}
