package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.request.RestProblem;

/** The servlet in a real container, over rows in memory. */
final class RestServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final MemoryPipeline pipeline = new MemoryPipeline();
  final RestServlet servlet;

  /** How each request ended: with what the servlet threw, or well. */
  final BlockingQueue<Optional<Exception>> ends = new LinkedBlockingQueue<>();

  private final Server server = new Server();
  private final ServerConnector connector;

  RestServer(CatalogSnapshot... catalogs) throws Exception {
    servlet = new RestServlet(new Configuration());
    servlet.setPipeline(pipeline);
    for (CatalogSnapshot catalog : catalogs) {
      add(catalog);
    }
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(servlet), "/api/*");
    context.addFilter(new FilterHolder(this::watch), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
  }

  /** With 45 posts, two authors and a rating. */
  static RestServer blog() throws Exception {
    RestServer server = new RestServer(Catalogs.blog());
    for (int i = 1; i <= 45; i++) {
      server.post(i, i % 2 == 0 ? "even" : "odd");
    }
    server.row("authors", Map.of("id", 1L, "name", "Ada"));
    server.row("authors", Map.of("id", 2L, "name", "Bob"));
    server.row("ratings", Map.of("post", "a,b", "reader", "x/y", "stars", 5L));
    return server;
  }

  void post(long id, String title) {
    row(
        "posts",
        Map.of("id", id, "title", title, "author_id", 1L, "price", new BigDecimal("1.10")));
  }

  // Where the container would take what the servlet throws.
  private void watch(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
      ends.add(Optional.empty());
    } catch (Exception e) {
      ends.add(Optional.of(e));
      throw e;
    }
  }

  private void row(String table, Map<String, Object> values) {
    pipeline.rows(Catalogs.name(table)).add(new TreeMap<>(values));
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  static void assertProblem(RestProblem code, HttpResponse<String> response) throws IOException {
    assertEquals(code.status(), response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(code.code(), json(response).path("code").asText());
    assertFalse(response.body().contains("Exception"), response.body());
  }

  void add(CatalogSnapshot catalog) {
    LiveCatalog live = () -> catalog;
    servlet.addCatalog(live, Map.of(LiveCatalog.DATABASE, catalog.database().name()));
  }

  int port() {
    return connector.getLocalPort();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, null, headers);
  }

  /** The body as it came, not decoded. */
  HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(request("GET", path, null, headers), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(request(method, path, body, headers), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  /** The defaults, but small bodies. */
  @SuppressWarnings("ClassExplicitlyAnnotation")
  // An annotation cannot be made otherwise, and DS is not here.
  private static final class Configuration implements RestConfiguration {
    @Override
    public int body_max_bytes() {
      return 10_000;
    }

    @Override
    public int limit_default() {
      return 20;
    }

    @Override
    public int limit_max() {
      return 1_000;
    }

    @Override
    public int conditions_max() {
      return 100;
    }

    @Override
    public int depth_max() {
      return 10;
    }

    @Override
    public int embeds_max() {
      return 30;
    }

    @Override
    public int embed_depth_max() {
      return 5;
    }

    @Override
    public int changes_poll_millis() {
      return 100;
    }

    @Override
    public int changes_poll_rows() {
      return 1_000;
    }

    @Override
    public int changes_streams_max() {
      return 100;
    }

    @Override
    public boolean server_timing() {
      return false;
    }

    @Override
    public long timeout_millis() {
      return 30_000;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return RestConfiguration.class;
    }
  }
}
