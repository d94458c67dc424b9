package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.rest.internal.request.RestProblem;

/** Bad requests over a real connection. */
final class RestRefusalTest {

  private RestServer server;

  @BeforeEach
  void start() throws Exception {
    server = RestServer.blog();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/posts, 'GET, HEAD, POST, PATCH, DELETE, OPTIONS'",
    "POST, /api/titles, 'GET, HEAD, OPTIONS'",
    "POST, /api/posts/1, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
    "PUT, /api, 'GET, HEAD, POST, OPTIONS'",
    "TRACE, /api/posts/1/author, 'GET, HEAD, OPTIONS'",
  })
  void namesTheMethodsThatAreAllowed(String method, String path, String allowed) throws Exception {
    HttpResponse<String> response =
        method.equals("TRACE") ? server.send("BREW", path, null) : server.send(method, path, "{}");

    RestServer.assertProblem(RestProblem.METHOD_NOT_ALLOWED, response);
    assertEquals(allowed, response.headers().firstValue("Allow").orElseThrow());
    HttpResponse<String> options = server.send("OPTIONS", path, null);
    assertEquals(204, options.statusCode());
    assertEquals(allowed, options.headers().firstValue("Allow").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "/api/post -> RELATION_UNKNOWN",
        "/api/posts/ -> PATH_UNKNOWN",
        "/api/posts/1/author/2 -> PATH_UNKNOWN",
        "/api/posts/1,2 -> MALFORMED_KEY",
        "/api/titles/1 -> NO_IDENTITY",
        "/api/po%FFsts -> MALFORMED_PATH",
        "/api/posts?limit=1001 -> PARAMETER_INVALID",
        "/api/posts?page=0 -> PARAMETER_INVALID",
        "/api/posts?page=99999999999999999999 -> PARAMETER_INVALID",
        "/api/posts?titel=eq.1 -> PARAMETER_UNKNOWN",
        "/api/posts?title=%ff -> MALFORMED_QUERY",
        "/api/posts?title=1 -> OPERATOR_UNKNOWN",
        "/api/posts?select=id;drop -> COLUMN_UNKNOWN",
        "/api/posts/1?limit=1 -> PARAMETER_UNKNOWN",
      })
  void refusesWhatItCannotRead(String path, RestProblem problem) throws Exception {
    RestServer.assertProblem(problem, server.get(path));
    assertTrue(server.pipeline.operations.isEmpty());
  }

  @Test
  void refusesAThousandFilters() throws Exception {
    String filters = "id=gt.0&".repeat(500);
    RestServer.assertProblem(RestProblem.TOO_MANY_CONDITIONS, server.get("/api/posts?" + filters));
  }

  @Test
  void refusesWhatTheCallerCannotTakeOrDeclare() throws Exception {
    RestServer.assertProblem(
        RestProblem.NOT_ACCEPTABLE, server.get("/api/posts", "Accept", "text/html"));
    RestServer.assertProblem(
        RestProblem.NOT_ACCEPTABLE,
        server.send("POST", "/api/log", "{}", "Accept", "application/json;q=0, */*"));
    RestServer.assertProblem(
        RestProblem.MEDIA_TYPE_UNSUPPORTED,
        server.send("POST", "/api/log", "{}", "Content-Type", "text/plain"));
    assertTrue(server.pipeline.operations.isEmpty());
  }

  @Test
  void refusesABodyOverTheLimit() throws Exception {
    String large = "{\"line\":\"" + "x".repeat(10_000) + "\"}";
    RestServer.assertProblem(RestProblem.BODY_TOO_LARGE, server.send("POST", "/api/log", large));
  }

  @Test
  void answersAClientThatIsStillSending() throws Exception {
    String huge = "x".repeat(10_000_000);
    for (int i = 0; i < 5; i++) {
      RestServer.assertProblem(RestProblem.BODY_TOO_LARGE, server.send("POST", "/api/log", huge));
      RestServer.assertProblem(
          RestProblem.RELATION_UNKNOWN, server.send("POST", "/api/nope", huge));
    }
  }

  @Test
  void answers503WhileThereIsNoDatabase() throws Exception {
    try (RestServer empty = new RestServer()) {
      HttpResponse<String> response = empty.get("/api/posts");
      RestServer.assertProblem(RestProblem.NO_DATABASE, response);
      assertEquals("1", response.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(RestServer.json(response).path("retryable").asBoolean());
    }
  }
}
