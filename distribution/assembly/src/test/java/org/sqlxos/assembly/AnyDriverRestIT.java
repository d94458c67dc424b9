package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.Driver;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** The pack for drivers that no pack is for, with one that there is a better way for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WithServer(DatabaseServer.POSTGRESQL)
@Reached(by = "jdbc", on = "PostgreSQL 18 by its JDBC driver", how = Reached.How.REAL)
class AnyDriverRestIT {

  private Product product;
  private Http http;

  @BeforeAll
  void start(TestDatabase database) throws IOException, SQLException {
    database.execute(
        "CREATE TABLE notes (id BIGINT PRIMARY KEY, title VARCHAR(80) NOT NULL UNIQUE,"
            + " stars INT, price DECIMAL(8,2), written DATE, seen BOOLEAN DEFAULT FALSE)",
        "INSERT INTO notes VALUES (1, 'one', 3, 1.50, '2026-01-02', TRUE)",
        "INSERT INTO notes VALUES (2, 'two', 5, 2.25, '2026-01-03', FALSE)",
        "INSERT INTO notes VALUES (3, 'three', 4, NULL, NULL, NULL)");
    String url =
        "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&sslmode=disable"
            .formatted(
                database.host(),
                database.port(),
                database.name(),
                database.user(),
                database.password());
    product = Product.servingUrl(url, List.of(DriverRest.jarOf(Driver.class)));
    http = product.http();
    assertEquals(
        "jdbc", product.node().service(ConnectedDatabase.class).orElseThrow().pack().name());
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  @Test
  void aListIsFilteredSortedPagedAndCounted() {
    Http.Answer answer =
        http.get(
            "/api/public.notes?stars=gte.4&sort=-stars&limit=1&page=2&select=title,price,written");
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(
        "[{\"title\":\"three\",\"price\":null,\"written\":null}]",
        answer.json().get("data").toString());
    assertEquals(2, answer.json().at("/pagination/total").asInt());
    assertEquals(
        "two", http.get("/api/public.notes?title=ilike.TW*").json().at("/data/0/title").asText());
  }

  @Test
  void aRowWithItsKeyIsCreatedReadChangedAndDeleted() {
    String row =
        "{\"id\":9,\"title\":\"nine\",\"stars\":1,\"price\":9.75,\"written\":\"2026-02-03\",\"seen\":true}";
    Http.Answer created = http.post("/api/public.notes", row);
    assertEquals(201, created.status(), created::toString);
    assertEquals(row, created.json().get("data").toString());
    String place = created.header("Location");
    assertProblem(409, http.post("/api/public.notes", row));
    assertEquals(2, http.patch(place, "{\"stars\":2}").json().at("/data/stars").asInt());
    assertProblem(422, http.patch(place, "{\"title\":null}"));
    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
  }
}
