package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.await.Await;

/** Another program changes the schema; API and documentation follow without a restart. */
class LiveSchemaIT {

  /** Far above the 2 s that are promised: a test waits for a condition, it does not measure. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static Product product;
  private static Http http;

  @BeforeAll
  static void start() throws IOException, SQLException {
    product = Product.serving("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    http = product.http();
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
  }

  @Test
  void aNewColumnIsServedAndDocumented() throws SQLException {
    assertEquals(201, http.post("/api/people", "{\"name\":\"Ada\"}").status());

    product.elsewhere("ALTER TABLE people ADD COLUMN city TEXT DEFAULT 'London'");

    JsonNode row =
        Await.until(
            "the new column is in the answer",
            LIMIT,
            () -> http.get("/api/people?limit=1").json().at("/data/0"),
            data -> data.has("city"));
    assertEquals("London", row.get("city").asText());
    assertTrue(http.get("/api/openapi.json").body().contains("\"city\""));
    assertEquals(200, http.get("/api/people?city=eq.London").status());
  }

  @Test
  void aNewTableIsServedAndADroppedOneIsGone() throws SQLException {
    product.elsewhere(
        "CREATE TABLE pets (id INTEGER PRIMARY KEY, owner_id INTEGER REFERENCES people(id))");
    Await.until("the new table answers", LIMIT, () -> http.get("/api/pets").status() == 200);
    assertTrue(http.get("/api/openapi.json").json().at("/paths").has("/pets"));

    product.elsewhere("DROP TABLE pets");
    Await.until("the dropped table is gone", LIMIT, () -> http.get("/api/pets").status() == 404);
    assertFalse(http.get("/api/openapi.json").json().at("/paths").has("/pets"));
  }

  @Test
  void aReplacedViewHasItsNewColumns() throws SQLException {
    product.elsewhere("CREATE VIEW names AS SELECT name FROM people");
    Await.until("the view answers", LIMIT, () -> http.get("/api/names").status() == 200);

    product.elsewhere(
        "DROP VIEW names; CREATE VIEW names AS SELECT id, name AS called FROM people");

    Await.until(
        "the view has its new column",
        LIMIT,
        () -> http.get("/api/names?select=called").status() == 200);
  }
}
