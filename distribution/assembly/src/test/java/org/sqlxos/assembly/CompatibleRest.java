package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/** Packs that differ little from another one, each on a server that this other one is for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CompatibleRest {

  private Product product;
  private Http http;

  /** The table {@code notes}. */
  abstract String table();

  Stream<String> packs() {
    return Arrays.stream(getClass().getAnnotation(Reached.class).by());
  }

  @BeforeAll
  void start(TestDatabase database) throws IOException, SQLException {
    try (Connection connection = database.connect()) {
      Sql.execute(connection, table());
    }
    Map<String, String> urls = new LinkedHashMap<>();
    packs().forEach(pack -> urls.put(pack, pack + database.url().replaceFirst("^[a-z]+", "")));
    product = Product.servingUrls(urls);
    http = product.http();
    assertEquals(
        packs().sorted().toList(),
        product.node().services(ConnectedDatabase.class).stream()
            .map(connected -> connected.pack().name())
            .sorted()
            .toList());
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void rowsAreCreatedListedReadChangedAndDeleted(String pack) {
    String path = "/api/" + pack + "/notes";
    String body = "{\"title\":\"of " + pack + "\",\"stars\":3}";
    Http.Answer created = http.post(path, body);
    assertEquals(201, created.status(), created::toString);
    String place = created.header("Location");
    assertProblem(409, http.post(path, body));
    assertProblem(422, http.post(path, "{\"title\":null}"));
    assertEquals(
        "[{\"stars\":3}]",
        http.get(path + "?title=eq.of%20" + pack + "&select=stars&sort=-stars&limit=1")
            .json()
            .get("data")
            .toString());
    assertEquals(4, http.patch(place, "{\"stars\":4}").json().at("/data/stars").asInt());
    assertEquals(created.json().at("/data/id"), http.get(place).json().at("/data/id"));
    assertEquals(204, http.delete(place).status());
    assertProblem(404, http.get(place));
  }
}
