package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.sqlxos.assembly.probe.RefusingStage;
import org.sqlxos.testkit.await.Await;

/** The bundles in a real Felix container, changed while they serve. */
class FelixIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ACME = "com.acme.closed";
  private static final String CUSTOMERS = "/api/customers?limit=1";

  @TempDir static Path folder;
  private static FelixContainer felix;
  private static Http http;

  @BeforeAll
  static void aFrameworkServesTheShop() throws IOException {
    felix = new FelixContainer();
    Path shop = Files.copy(Product.HOME.resolve("shop.db"), folder.resolve("shop.db"));
    felix.configure("org.sqlxos.security", Map.of("open", true));
    felix.configureNamed(
        "org.sqlxos.database", "shop", Map.of("name", "shop", "url", "sqlite:" + shop));
    http = felix.http();
    awaitStatus(200);
  }

  @AfterAll
  static void stop() {
    felix.close();
  }

  @Test
  void everyBundleResolvesAndStarts() {
    List<String> wrong = new ArrayList<>();
    int active = 0;
    for (Bundle bundle : felix.context().getBundles()) {
      boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
      int wanted = fragment || isStoppedHere(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE;
      if (bundle.getState() == wanted) {
        active++;
      } else {
        wrong.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(active > 25, active + " bundles");
  }

  private static boolean isStoppedHere(Bundle bundle) {
    return ACME.equals(bundle.getSymbolicName());
  }

  @Test
  void noRequestFailsButThoseWhileTheRestBundleIsStopped() throws Exception {
    Bundle rest = felix.bundle("org.sqlxos.api-bundles-rest");
    Queue<Request> requests = new ConcurrentLinkedQueue<>();
    AtomicBoolean running = new AtomicBoolean(true);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(Thread.ofPlatform().start(() -> send(requests, running)));
    }
    List<Window> stopped = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      awaitAnswersAfter(requests, System.nanoTime());
      stopped.add(change(rest));
    }
    awaitAnswersAfter(requests, System.nanoTime());
    running.set(false);
    for (Thread client : clients) {
      client.join();
    }

    List<Request> failedWhileRunning =
        requests.stream()
            .filter(request -> request.status() != 200)
            .filter(request -> stopped.stream().noneMatch(request::overlaps))
            .toList();
    assertEquals(List.of(), failedWhileRunning);
    assertTrue(requests.stream().filter(request -> request.status() == 200).count() > 50);
  }

  private static Window change(Bundle rest) throws BundleException {
    long from = System.nanoTime();
    rest.stop();
    rest.update();
    rest.start();
    awaitStatus(200);
    return new Window(from, System.nanoTime());
  }

  @Test
  void aStageThatAppearsTakesPartInTheNextOperation() throws BundleException {
    awaitStatus(200);
    Bundle acme = felix.install(ACME, RefusingStage.class);
    try {
      Http.Answer refused = http.get(CUSTOMERS);
      assertEquals(403, refused.status(), refused.body());
      assertEquals("ACME1", refused.json().get("code").asText());
    } finally {
      acme.stop();
    }
    assertEquals(200, http.get(CUSTOMERS).status());
  }

  @Test
  void aRequiredPhaseWithoutAProviderGives503() throws IOException {
    required("ADMIT", "VERIFY", "FORECAST", "PLAN", "EXECUTE");
    try {
      awaitStatus(503);
      Http.Answer refused = http.get(CUSTOMERS);
      assertEquals("SQLX800", refused.json().get("code").asText());
      assertEquals("application/problem+json", refused.header("Content-Type"));
      assertEquals(503, http.get("/ready").status());
    } finally {
      required("ADMIT", "VERIFY", "PLAN", "EXECUTE");
      awaitStatus(200);
    }
  }

  private static void required(String... phases) throws IOException {
    felix.configure("org.sqlxos.pipeline", Map.of("required", phases));
  }

  private static void awaitStatus(int status) {
    Await.until(
        "GET " + CUSTOMERS + " answers " + status,
        LIMIT,
        () -> http.get(CUSTOMERS),
        answer -> answer.status() == status);
  }

  private static void send(Queue<Request> requests, AtomicBoolean running) {
    while (running.get()) {
      long from = System.nanoTime();
      int status = http.get(CUSTOMERS).status();
      requests.add(new Request(from, System.nanoTime(), status));
    }
  }

  private static void awaitAnswersAfter(Queue<Request> requests, long moment) {
    Await.until(
        "the clients get answers",
        LIMIT,
        () -> requests.stream().filter(request -> request.from() > moment).count() > 20);
  }

  /** When a request was sent and answered, on the clock of {@link System#nanoTime()}. */
  private record Request(long from, long to, int status) {
    boolean overlaps(Window window) {
      return from <= window.to() && to >= window.from();
    }
  }

  /** From before the bundle was stopped until it answered again. */
  private record Window(long from, long to) {}
}
