package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.questdb.Bootstrap;
import io.questdb.ServerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** It has no keys and no transactions: what can be done over REST is to list, and to insert. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Reached(by = "questdb", on = "QuestDB 9", how = Reached.How.REAL)
class QuestdbRestIT {

  @TempDir private static Path root;
  private final int port = Ports.free();
  private ServerMain server;
  private Product product;
  private Http http;

  @BeforeAll
  void start() throws IOException, SQLException {
    Path conf = Files.createDirectories(root.resolve("conf"));
    Files.writeString(
        conf.resolve("server.conf"),
        """
        pg.net.bind.to=127.0.0.1:%d
        http.enabled=false
        http.min.enabled=false
        line.tcp.enabled=false
        telemetry.enabled=false
        shared.worker.count=1
        """
            .formatted(port));
    Files.writeString(
        conf.resolve("log.conf"),
        """
        writers=file
        w.file.class=io.questdb.log.LogFileWriter
        w.file.location=%s
        w.file.level=ERROR,CRITICAL
        """
            .formatted(root.resolve("questdb.log")));
    server = new ServerMain(new Bootstrap("-d", root.toString()));
    server.start();
    execute(
        "CREATE TABLE readings (at TIMESTAMP, place SYMBOL, celsius DOUBLE, n INT) TIMESTAMP(at)",
        "INSERT INTO readings VALUES ('2026-01-01T00:00:00Z', 'Riga', -4.5, 1)",
        "INSERT INTO readings VALUES ('2026-01-02T00:00:00Z', 'Oslo', -9.25, 2)",
        "INSERT INTO readings VALUES ('2026-01-03T00:00:00Z', 'Rome', 11.0, 3)");
    product = Product.servingUrl("questdb://admin:quest@127.0.0.1:" + port + "/qdb");
    http = product.http();
    assertEquals(
        "questdb", product.node().service(ConnectedDatabase.class).orElseThrow().pack().name());
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
    server.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + port + "/qdb", "admin", "quest")) {
      Sql.execute(connection, statements);
    }
  }

  @Test
  void aListIsFilteredSortedPagedAndCounted() {
    Http.Answer answer =
        http.get("/api/readings?celsius=lt.0&sort=-n&limit=1&page=2&select=place,celsius,at");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals("Riga", answer.json().at("/data/0/place").asText());
    assertEquals(-4.5, answer.json().at("/data/0/celsius").asDouble());
    assertEquals(2, answer.json().at("/pagination/total").asInt());
  }

  @Test
  void aChangedSchemaIsServedSoon() throws SQLException {
    execute("CREATE TABLE later (n INT)", "INSERT INTO later VALUES (7)");
    Await.until(
        "the new table answers",
        Duration.ofSeconds(20),
        () -> http.get("/api/later").status() == 200);
    assertEquals(List.of("7"), http.get("/api/later").json().findValuesAsText("n"));
  }
}
