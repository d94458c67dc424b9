package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;

/**
 * A database that ends in the middle of a request, and callers who do in the middle of an answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private PrivateServer server;
  private Product product;
  private Http http;

  @BeforeAll
  void start() throws IOException, SQLException {
    server = PrivateServer.start(DatabaseServer.POSTGRESQL);
    try (Connection connection = connect()) {
      Sql.execute(
          connection,
          "CREATE TABLE accounts (id INT PRIMARY KEY, balance INT NOT NULL)",
          "INSERT INTO accounts VALUES (1, 10), (2, 20)",
          "CREATE TABLE pages (id INT PRIMARY KEY, text TEXT)",
          "INSERT INTO pages SELECT i, repeat(md5(i::text), 200) FROM generate_series(1, 20000) i");
    }
    product = Product.servingUrl(server.url());
    http = product.http();
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
    server.close();
  }

  private Connection connect() throws SQLException {
    URI url = URI.create(server.url());
    String[] login = url.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + url.getPath(), login[0], login[1]);
  }

  private String count(String condition) {
    return server.ask(
        "SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND " + condition);
  }

  @Test
  void aServerThatEndsInTheMiddleOfABatchLeavesNothingHalfDone() throws Exception {
    CompletableFuture<Http.Answer> batch;
    try (Connection other = connect();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      other.setAutoCommit(false);
      Sql.execute(other, "UPDATE accounts SET balance = balance WHERE id = 2");
      batch =
          CompletableFuture.supplyAsync(
              () ->
                  http.post(
                      "/api",
                      """
                      [{"method":"POST","path":"/accounts","body":{"id":3,"balance":1}},
                       {"method":"PATCH","path":"/accounts/1","body":{"balance":9}},
                       {"method":"PATCH","path":"/accounts/2","body":{"balance":21}}]\
                      """),
              threads);
      Await.until("the batch waits", LIMIT, () -> !count("wait_event_type = 'Lock'").equals("0"));
      server.kill();
      refused(batch.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
      refused(http.get("/api/accounts"));
      assertEquals(200, http.get("/api/openapi.json").status(), "what needs no database");
      try {
        other.rollback();
      } catch (SQLException e) {
        // Its server has gone.
      }
    }
    server.restart();
    Await.until("it recovers by itself", LIMIT, () -> http.get("/api/accounts").status() == 200);
    assertEquals(
        "[{\"id\":1,\"balance\":10},{\"id\":2,\"balance\":20}]",
        http.get("/api/accounts?sort=id").json().get("data").toString());
    assertEquals(
        204,
        http.send("PATCH", "/api/accounts/1", "{\"balance\":10}", "Prefer", "return=minimal")
            .status());
  }

  private static void refused(Http.Answer answer) {
    assertEquals(503, answer.status(), answer::toString);
    assertEquals("1", answer.header("Retry-After"), answer::toString);
    assertEquals("application/problem+json", answer.header("Content-Type"));
  }

  /** It holds up nobody else, and what it does not wait for is not sent to it. */
  @Test
  void aClientThatGoesEndsItsStatement() throws Exception {
    String streaming = "query LIKE '%\"pages\"%' AND state IN ('active', 'idle in transaction')";
    URI base = product.node().address();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setReceiveBufferSize(4_096);
      socket
          .getOutputStream()
          .write(
              ("GET /api/pages HTTP/1.1\r\nHost: localhost\r\n"
                      + "Accept: application/x-ndjson\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String begin = new String(in.readNBytes(15), StandardCharsets.US_ASCII);
      assertEquals("HTTP/1.1 200 OK", begin);
      Await.until("its rows are under way", LIMIT, () -> !count(streaming).equals("0"));
      for (int i = 0; i < 20; i++) {
        assertEquals(200, http.get("/api/accounts").status());
      }
      assertTrue(!count(streaming).equals("0"), "it is waited for");
    }
    Await.until("its statement has ended", LIMIT, () -> count(streaming).equals("0"));
    assertEquals(200, http.get("/api/pages?limit=1").status());
  }
}
