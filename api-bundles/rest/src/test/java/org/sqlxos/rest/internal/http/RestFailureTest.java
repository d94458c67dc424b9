package org.sqlxos.rest.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.rest.internal.request.RestProblem;

/** Answers that fail on their way, and the end of the servlet. */
final class RestFailureTest {

  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.blog();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void answersAFailureBeforeTheFirstOctetsAsAProblem() throws Exception {
    server.pipeline.beforeRow = row -> failAt(row, 5);

    HttpResponse<String> response = server.get("/api/posts");

    RestServer.assertProblem(RestProblem.INTERNAL, response);
    assertFalse(response.body().contains("broken"), response.body());
  }

  @Test
  void cutsTheConnectionOnAFailureAfterTheFirstOctets() {
    IntStream.range(100, 1_100).forEach(id -> server.post(id, "x".repeat(100)));
    server.pipeline.beforeRow = row -> failAt(row, 900);

    assertThrows(IOException.class, () -> server.get("/api/posts?limit=1000"));
  }

  @Test
  void streamsMoreThanItHoldsBack() throws Exception {
    IntStream.range(100, 1_100).forEach(id -> server.post(id, "x".repeat(100)));

    HttpResponse<String> response = server.get("/api/posts?limit=1000");

    assertEquals(1_000, RestServer.json(response).path("data").size());
    assertTrue(response.headers().firstValue("Content-Length").isEmpty());
  }

  @Test
  void tellsNothingOfAChangeThatFailsAtItsEnd() throws Exception {
    server.pipeline.beforeRow = row -> failAt(row, 1);
    String large = "{\"line\":\"" + "x".repeat(9_000) + "\"}";

    RestServer.assertProblem(RestProblem.INTERNAL, server.send("POST", "/api/log", large));
    HttpResponse<String> lost = server.send("POST", "/api/authors", "{\"name\":\"Cyd\"}");
    RestServer.assertProblem(RestProblem.INTERNAL, lost);
    assertTrue(lost.headers().firstValue("Location").isEmpty());
  }

  @Test
  void finishesRequestsInFlightBeforeItIsGone() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server.pipeline.beforeRow =
        row -> {
          reading.countDown();
          await(goOn);
        };
    Thread.Builder.OfVirtual threads = Thread.ofVirtual();
    int[] status = new int[1];
    Thread client = threads.start(() -> status[0] = status("/api/posts"));
    await(reading);
    Thread stop = threads.start(server.servlet::deactivate);
    while (status("/api") != 503) {
      Thread.onSpinWait();
    }
    assertTrue(stop.isAlive());
    goOn.countDown();
    stop.join();
    client.join();

    assertEquals(200, status[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/posts?limit=1000", "/api/posts?limit=wrong"})
  void endsQuietlyWhenTheClientHasGone(String path) throws Exception {
    IntStream.range(100, 1_100).forEach(id -> server.post(id, "x".repeat(10_000)));
    CountDownLatch gone = new CountDownLatch(1);
    server.pipeline.beforeRow = row -> await(gone);
    server.ends.clear();
    try (Socket client = new Socket("127.0.0.1", server.port())) {
      client.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(US_ASCII));
      // The end is then a reset, which the server meets when it writes.
      client.setSoLinger(true, 0);
    }
    gone.countDown();

    assertEquals(Optional.empty(), server.ends.take());
    assertTrue(server.pipeline.cursors.stream().allMatch(cursor -> cursor.closed));
  }

  @Test
  void answers503WhileThereIsNoPipeline() throws Exception {
    server.servlet.unsetPipeline(server.pipeline);

    HttpResponse<String> response = server.get("/api/posts");
    RestServer.assertProblem(RestProblem.NO_PIPELINE, response);
    assertEquals("1", response.headers().firstValue("Retry-After").orElseThrow());
    // What it needs of a gate is not known either.
    RestServer.assertProblem(RestProblem.NO_PIPELINE, server.get("/api/openapi.json"));
  }

  @Test
  void finishesARequestWithThePipelineThatItBeganWith() throws Exception {
    MemoryPipeline next = new MemoryPipeline();
    server.pipeline.beforeRow =
        row -> {
          server.servlet.setPipeline(next);
          server.servlet.unsetPipeline(server.pipeline);
        };

    assertEquals(45, RestServer.json(server.get("/api/posts")).at("/pagination/total").asInt());
    assertEquals(0, RestServer.json(server.get("/api/posts")).at("/pagination/total").asInt());
    assertEquals(1, next.operations.size());
  }

  private int status(String path) {
    try {
      return server.get(path).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void failAt(int row, int failing) {
    if (row == failing) {
      throw new IllegalStateException("broken");
    }
  }
}
