package org.sqlxos.testkit.felix;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.sqlxos.testkit.await.Await;

/**
 * A real container with the bundle under test and those that it needs. The contracts of the
 * platform come from the class path, so that a test can register services of its own.
 */
public final class FelixNode implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> CONTRACTS =
      List.of(
          "admission",
          "catalog",
          "compliance",
          "capability",
          "dialect",
          "generator",
          "learner",
          "operation",
          "problem",
          "stage",
          "type",
          "wirepack");

  private final Framework framework;

  private final URI endpoint;

  private FelixNode(Framework framework, URI endpoint) {
    this.framework = framework;
    this.endpoint = endpoint;
  }

  public static FelixNode start(Path storage, Map<String, String> properties) throws Exception {
    int port = freePort();
    Map<String, String> configuration = new HashMap<>(properties);
    configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    configuration.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        CONTRACTS.stream()
            .map(name -> "org.sqlxos." + name + ".api;version=1.0.0")
            .collect(Collectors.joining(",", "", ",sun.misc,com.sun.management")));
    configuration.put("org.osgi.service.http.port", String.valueOf(port));
    configuration.put("org.apache.felix.http.host", "127.0.0.1");
    configuration.put("felix.log.level", "1");
    Framework framework = new FrameworkFactory().newFramework(configuration);
    framework.start();
    FelixNode node = new FelixNode(framework, URI.create("http://127.0.0.1:" + port));
    node.install();
    return node;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void install() throws BundleException, IOException {
    TreeSet<Path> jars = new TreeSet<>();
    try (Stream<Path> beside = Files.list(Path.of(System.getProperty("bundles.beside")))) {
      beside.filter(path -> path.toString().endsWith(".jar")).forEach(jars::add);
    }
    jars.add(Path.of(System.getProperty("bundle.under.test")));
    for (Path jar : jars) {
      context().installBundle("reference:" + jar.toUri());
    }
    for (Bundle bundle : context().getBundles()) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
  }

  public BundleContext context() {
    return framework.getBundleContext();
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    // A server that refuses a request without reading its body closes the connection: a kept one
    // could be gone by the next request.
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(LIMIT);
  }

  /** Asks until the answer has this status: bundles and services come one after the other. */
  public HttpResponse<String> await(String path, int status) {
    return Await.until(
        status + " from " + path,
        LIMIT,
        () -> send(request(path)),
        answer -> answer.statusCode() == status);
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(LIMIT.toMillis());
  }
}
