package org.sqlxos.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.stage.api.Stage;
import org.sqlxos.testkit.felix.FelixNode;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The bundle in a real container, asked over HTTP. */
final class TelemetryIT {

  @TempDir static Path storage;
  private static FelixNode node;

  @BeforeAll
  static void start() throws Exception {
    node = FelixNode.start(storage, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
  }

  @Test
  void tellsThatItIsAlive() {
    HttpResponse<String> answer = node.await("/health", 200);
    assertEquals("application/json", type(answer));
    assertTrue(answer.body().startsWith("{\"status\":\"up\","), answer::body);
  }

  @Test
  void answersHeadWithoutABody() {
    node.await("/metrics", 200);
    for (String path : new String[] {"/health", "/metrics"}) {
      HttpResponse<String> answer =
          node.send(node.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
      assertEquals(200, answer.statusCode());
      assertEquals("", answer.body());
    }
  }

  @Test
  void refusesOtherMethods() {
    node.await("/ready", 503);
    for (String path : new String[] {"/health", "/metrics", "/ready"}) {
      HttpResponse<String> answer =
          node.send(node.request(path).POST(HttpRequest.BodyPublishers.ofString("{}")));
      assertEquals(405, answer.statusCode());
      assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse(""));
      assertEquals("application/problem+json", type(answer));
      assertTrue(answer.body().contains("\"code\":\"SQLX150\""), answer::body);
    }
  }

  @Test
  void writesMetersForPrometheus() {
    HttpResponse<String> answer = node.await("/metrics", 200);
    String type = answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    assertEquals("text/plain;version=0.0.4;charset=utf-8", type.toLowerCase(java.util.Locale.ROOT));
    for (String meter :
        new String[] {
          "jvm_memory_used_bytes{",
          "jvm_gc_",
          "jvm_threads_live_threads",
          "process_cpu_usage",
          "process_resident_memory_bytes",
          "sqlx_node_info{"
        }) {
      assertTrue(answer.body().contains("\n" + meter), meter);
    }
  }

  @Test
  void writesOpenMetricsForThoseWhoAcceptIt() {
    node.await("/metrics", 200);
    HttpResponse<String> answer =
        node.send(
            node.request("/metrics")
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"));
    assertTrue(type(answer).startsWith("application/openmetrics-text"), type(answer));
    assertTrue(answer.body().endsWith("# EOF\n"), "end of OpenMetrics");
  }

  @Test
  void contributesAStageToThePipeline() {
    node.await("/metrics", 200);
    Stage stage = node.context().getService(node.context().getServiceReference(Stage.class));
    assertEquals(Phase.OBSERVE, stage.phase());
  }

  @Test
  void becomesReadyWithItsLastPart() {
    assertTrue(node.await("/ready", 503).body().contains("\"kind\":\"pipeline\""));
    try (Registered pipeline = register(Pipeline.class, Samples.pipeline());
        Registered database = register(ConnectedDatabase.class, Samples.database("shop"))) {
      HttpResponse<String> waiting = node.await("/ready", 503);
      assertEquals("application/problem+json", type(waiting));
      assertTrue(waiting.body().contains("{\"kind\":\"catalog\",\"name\":\"shop\""), waiting::body);
      try (Registered catalog = register(LiveCatalog.class, Samples.catalog())) {
        HttpResponse<String> ready = node.await("/ready", 200);
        assertEquals("{\"status\":\"ready\",\"databases\":[\"shop\"]}", ready.body());
      }
      node.await("/ready", 503);
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static <T> Registered register(Class<T> type, T service) {
    Dictionary<String, Object> properties = new Hashtable<>(Map.of(LiveCatalog.DATABASE, "shop"));
    ServiceRegistration<T> registration = node.context().registerService(type, service, properties);
    return registration::unregister;
  }

  private interface Registered extends AutoCloseable {
    @Override
    void close();
  }
}
