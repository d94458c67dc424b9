package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.admission.api.View;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Rights;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.request.RestProblem;

/** What a gate decides holds for everything that a request does. */
final class RestGateTest {

  private static final String LINE = "{\"line\":\"a\"}";

  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.blog();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Lets everybody in under the name that stands in the header, before a slash. */
  private static Admission named(Credentials credentials) {
    String shown = credentials.authorization().orElse("nobody/");
    return granted(shown.split("/")[0], shown, View.WHOLE, Bounds.NONE);
  }

  private static Admission granted(String subject, String shown, View view, Bounds bounds) {
    Caller caller = new Caller(subject, Set.of("reader"), Map.of("jti", shown, "team", "a"));
    return new Admission.Granted(caller, view, bounds, Map.of("RateLimit-Remaining", "7"));
  }

  private static CatalogSnapshot authorsOnly(CatalogSnapshot whole) {
    Database database = whole.database();
    return whole.part(
        new Database(
            database.name(),
            database.product(),
            database.version(),
            database.defaultSchema(),
            List.of(new Schema(database.defaultSchema(), List.of(Catalogs.authors())))),
        "part",
        List.of(),
        Map.of(
            Catalogs.name("authors"), new Rights(Map.of(Permission.READ, Set.of("id", "name")))));
  }

  private HttpResponse<String> log(String shown) throws Exception {
    return server.send("POST", "/api/log", LINE, "Idempotency-Key", "k", "Authorization", shown);
  }

  @Test
  void aRefusalIsAllThatIsAnswered() throws Exception {
    Gate shut =
        credentials ->
            new Admission.Refused(
                Problem.of(RestProblem.NO_GATE, "shut"), Map.of("WWW-Authenticate", "Bearer"));
    server.servlet.setGate(shut);
    for (String path : List.of("/api", "/api/posts", "/api/nothing", "/api/openapi.json")) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")) {
        String body = method.matches("POST|PUT|PATCH") ? LINE : null;
        HttpResponse<String> response = server.send(method, path, body, "Idempotency-Key", "k");
        RestServer.assertProblem(RestProblem.NO_GATE, response);
        assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElseThrow());
      }
    }
    assertEquals(List.of(), server.pipeline.operations);
  }

  @Test
  void theCallerGoesIntoEveryOperation() throws Exception {
    server.servlet.setGate(RestGateTest::named);
    server.get("/api/posts", "Authorization", "ada/1");
    server.get("/api/posts/1", "Authorization", "ada/1");
    server.send("DELETE", "/api/posts/1", null, "Authorization", "ada/1");
    assertFalse(server.pipeline.operations.isEmpty());
    server.pipeline.operations.forEach(
        operation -> assertEquals("ada", operation.caller().subject()));
  }

  @Test
  void whatIsNotInTheViewIsNotThere() throws Exception {
    server.servlet.setGate(_ -> granted("ada", "1", RestGateTest::authorsOnly, Bounds.NONE));
    assertEquals(200, server.get("/api/authors/1").statusCode());
    String hidden = server.get("/api/posts/1").body();
    assertEquals(server.get("/api/postz/1").body().replace("postz", "posts"), hidden);
    assertFalse(server.get("/api").body().contains("posts"));
    assertFalse(server.get("/api/openapi.json").body().contains("posts"));
  }

  @Test
  void theCallersBoundsHoldBesideTheNodes() throws Exception {
    server.servlet.setGate(_ -> granted("ada", "1", View.WHOLE, new Bounds(16, 3, 1, 10_000)));
    HttpResponse<String> response = server.get("/api/posts");
    assertEquals(3, RestServer.json(response).path("data").size());
    assertEquals("7", response.headers().firstValue("RateLimit-Remaining").orElseThrow());
    String tooLong = "{\"line\":\"%s\"}".formatted("x".repeat(20));
    RestServer.assertProblem(RestProblem.BODY_TOO_LARGE, server.send("POST", "/api/log", tooLong));
    RestServer.assertProblem(
        RestProblem.BODY_TOO_LARGE,
        server.send("POST", "/api/log", tooLong, "Idempotency-Key", "k"));
  }

  @Test
  void anIdempotencyKeyIsOfItsCallerWhateverTheToken() throws Exception {
    server.servlet.setGate(RestGateTest::named);
    Optional<String> first = log("ada/1").headers().firstValue("Idempotency-Replayed");
    Optional<String> renewed = log("ada/2").headers().firstValue("Idempotency-Replayed");
    Optional<String> other = log("bob/1").headers().firstValue("Idempotency-Replayed");
    assertEquals(Optional.empty(), first);
    assertEquals(Optional.of("true"), renewed);
    assertEquals(Optional.empty(), other);
    assertEquals(2, server.pipeline.operations.size());
  }
}
