package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.jetty.RawHttp;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.stage.api.Pipeline;

/** The bundle in a real Felix, while what it needs and the bundle itself are replaced. */
final class RestNodeIT {

  @TempDir private static Path folder;

  private static FelixNode node;
  private static ServiceRegistration<?> pipeline;
  private static ServiceRegistration<?> catalog;

  @BeforeAll
  static void start() throws Exception {
    node = FelixNode.start(folder.resolve("felix"));
    pipeline = pipeline(0);
    catalog = catalog(0);
    node.await("/api/posts", 200);
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/posts/a%00b, 1, MALFORMED_REQUEST",
    "/api/posts/a%zz, 1, MALFORMED_REQUEST",
    "/api/posts/a, 70000, URI_TOO_LONG",
  })
  void tellsWhatJettyRefusesAsAProblem(String path, int times, RestProblem problem)
      throws Exception {
    RawHttp.send(node.port, RawHttp.get(path.repeat(times))).assertProblem(problem);
  }

  @Test
  void tellsGarbageAndLargeHeadersAsProblems() throws Exception {
    RawHttp.send(node.port, "\u0016\u0003\u0001 hello\r\n\r\n")
        .assertProblem(RestProblem.MALFORMED_REQUEST);
    RawHttp.send(node.port, "GET /api HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(70_000) + "\r\n\r\n")
        .assertProblem(RestProblem.HEADERS_TOO_LARGE);
  }

  @Test
  void servesOnWhileThePipelineIsReplaced() {
    ServiceRegistration<?> newer = pipeline(1);
    assertEquals(200, node.status("/api/posts"));
    pipeline.unregister();
    assertEquals(200, node.status("/api/posts"));

    newer.unregister();
    assertEquals(503, node.status("/api/posts"));

    pipeline = pipeline(0);
    assertEquals(200, node.status("/api/posts"));
  }

  @Test
  void servesOnWhileACatalogIsReplaced() {
    ServiceRegistration<?> newer = catalog(1);
    assertEquals(200, node.status("/api/posts"));
    catalog.unregister();
    assertEquals(200, node.status("/api/posts"));
    catalog = newer;
  }

  @Test
  void servesOnWhileItIsReplacedItself() throws Exception {
    Bundle second = node.startSecond(folder);
    node.rest.stop();
    assertEquals(200, node.status("/api/posts"));
    RawHttp.send(node.port, RawHttp.get("/%00")).assertProblem(RestProblem.MALFORMED_REQUEST);

    node.rest.start();
    second.uninstall();
    assertEquals(200, node.status("/api/posts"));
    RawHttp.send(node.port, RawHttp.get("/%00")).assertProblem(RestProblem.MALFORMED_REQUEST);

    node.rest.stop();
    assertTrue(RawHttp.send(node.port, RawHttp.get("/%00")).head().contains("text/html"));
    node.rest.start();
    assertEquals(200, node.status("/api/posts"));
  }

  private static ServiceRegistration<?> pipeline(int ranking) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, ranking);
    return node.context().registerService(Pipeline.class, new MemoryPipeline(), properties);
  }

  private static ServiceRegistration<?> catalog(int ranking) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, ranking);
    properties.put(LiveCatalog.DATABASE, "blog");
    LiveCatalog live = Catalogs::blog;
    return node.context().registerService(LiveCatalog.class, live, properties);
  }
}
