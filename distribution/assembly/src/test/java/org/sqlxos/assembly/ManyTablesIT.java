package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/**
 * A schema of many tables changes while requests are answered. The profile {@code live} makes it
 * 5,000 tables and 100 changes.
 */
@WithServer(DatabaseServer.POSTGRESQL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyTablesIT {

  private static final int TABLES = Integer.getInteger("sqlx.live.tables", 150);
  private static final int CHANGES = Integer.getInteger("sqlx.live.changes", 8);

  /** From so many changes on the heap has to stay as it is. */
  private static final int ENOUGH = 40;

  /** One transaction has locks for no more. */
  private static final int AT_ONCE = 250;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private TestDatabase database;
  private Product product;
  private Http http;
  private int rows;

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    for (int first = 1; first <= TABLES; first += AT_ONCE) {
      database.execute(
          """
          DO $$ BEGIN FOR i IN %d..%d LOOP EXECUTE format(
            'CREATE TABLE t%%s (id INT PRIMARY KEY, name TEXT NOT NULL DEFAULT %%L,
               amount NUMERIC(10,2) CHECK (amount >= 0), before_id INT REFERENCES t%%s (id),
               made TIMESTAMPTZ DEFAULT now())', i, 'a', greatest(i - 1, 1));
          END LOOP; END $$\
          """
              .formatted(first, Math.min(first + AT_ONCE - 1, TABLES)));
    }
    database.execute("CREATE VIEW named AS SELECT id, name FROM t1");
    product = Product.servingUrl(database.url());
    http = product.http();
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  private void awaitStatus(int status, String path) {
    Await.until(path + " answers " + status, LIMIT, () -> http.get(path).status() == status);
  }

  /** The definition of the view cannot be read while its table is locked. */
  @Test
  void requestsAreAnsweredWhileTheSchemaIsBeingRead() throws SQLException {
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      Sql.execute(
          other,
          "ALTER TABLE t1 RENAME COLUMN amount TO price",
          "CREATE TABLE late (id INT PRIMARY KEY)");
      database.execute("CREATE TABLE early (id INT PRIMARY KEY)");
      Await.until("the reading of the schema waits", LIMIT, this::waits);
      for (int i = 2; i < 60; i++) {
        assertEquals(200, http.get("/api/t" + i + "?limit=1").status());
        assertEquals(404, http.get("/api/early").status(), "the old description serves");
      }
      assertEquals(200, http.get("/api/openapi.json").status());
      assertTrue(waits(), "it waits all the time");
      other.commit();
    }
    awaitStatus(200, "/api/t1?select=price");
    assertEquals(400, http.get("/api/t1?select=amount").status());
    assertEquals(200, http.get("/api/early").status());
    assertEquals(200, http.get("/api/late").status());
  }

  private boolean waits() {
    try (Connection connection = database.connect()) {
      String waiting =
          Sql.first(
              connection,
              "SELECT count(*) FROM pg_catalog.pg_stat_activity"
                  + " WHERE datname = current_database() AND wait_event_type = 'Lock'");
      return !waiting.equals("0");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyChangeIsFollowedAndNoRequestFails() throws Exception {
    AtomicBoolean changing = new AtomicBoolean(true);
    AtomicInteger answered = new AtomicInteger();
    Queue<String> failed = new ConcurrentLinkedQueue<>();
    Thread caller =
        Thread.startVirtualThread(
            () -> {
              while (changing.get()) {
                int table = 20 + answered.incrementAndGet() % 50;
                Http.Answer answer = http.get("/api/t" + table + "?select=id,name&limit=1");
                if (answer.status() != 200) {
                  failed.add(answer.toString());
                }
              }
            });
    try {
      database.execute("ALTER TABLE t3 RENAME COLUMN name TO label");
      awaitStatus(200, "/api/t3?select=label");
      assertEquals(400, http.get("/api/t3?select=name").status());

      database.execute("ALTER TABLE t4 DROP COLUMN made");
      awaitStatus(400, "/api/t4?select=made");

      database.execute("DROP TABLE t5 CASCADE");
      awaitStatus(404, "/api/t5");

      database.execute("CREATE OR REPLACE VIEW named AS SELECT id, name, id + 1 AS next FROM t1");
      awaitStatus(200, "/api/named?select=next");
      String document = http.get("/api/openapi.json").body();
      assertTrue(document.contains("\"label\"") && document.contains("\"next\""));
      assertFalse(document.contains("\"/t5\""));
    } finally {
      changing.set(false);
      caller.join();
    }
    assertEquals(List.of(), List.copyOf(failed));
    assertTrue(answered.get() > 0);
  }

  @Test
  void nobodyKeepsADescriptionThatHasBeenReplaced() throws SQLException {
    LiveCatalog live =
        product.node().awaitService(LiveCatalog.class, "(sqlx.database=test)", LIMIT).orElseThrow();
    List<WeakReference<CatalogSnapshot>> replaced = new ArrayList<>();
    long warm = 0;
    for (int i = 0; i < CHANGES; i++) {
      replaced.add(new WeakReference<>(live.snapshot()));
      use();
      String added = "added_" + i;
      database.execute("ALTER TABLE t6 ADD COLUMN " + added + " INT");
      Await.until(
          "the column is known",
          LIMIT,
          () -> live.snapshot().relation("t6").orElseThrow().column(added).isPresent());
      if (i == CHANGES / 4) {
        use();
        warm = used(replaced);
      }
    }
    use();
    long last = used(replaced);
    // Of few changes nothing can be said: much else is used for the first time.
    assertTrue(
        CHANGES < ENOUGH || last < warm + warm / 4,
        "heap after a collection: %d octets, then %d".formatted(warm, last));
  }

  /** Fills what may remember something of a description. */
  private void use() {
    assertEquals(200, http.get("/api/openapi.json").status());
    assertEquals(200, http.get("/api").status());
    assertEquals(200, http.get("/api/t6?select=id,name&id=eq.1").status());
    int id = ++rows;
    String row = "{\"id\":%d,\"amount\":1}".formatted(id);
    assertEquals(201, http.post("/api/t6", row).status());
    assertEquals(422, http.post("/api/t6", row.replace(":1}", ":-1}")).status());
    assertEquals(200, http.patch("/api/t6/" + id, "{\"name\":\"b\"}").status());
  }

  private static long used(List<WeakReference<CatalogSnapshot>> replaced) {
    Await.until(
        "nobody keeps an old description but perhaps the last",
        LIMIT,
        () -> {
          System.gc();
          return replaced.stream().filter(each -> each.get() != null).count() <= 1;
        });
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
