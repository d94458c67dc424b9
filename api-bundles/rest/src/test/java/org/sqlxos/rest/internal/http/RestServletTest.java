package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.request.RestProblem;

/** Requests over a real connection, the answers as a client sees them. */
final class RestServletTest {

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
  void listsAPageWithItsPlaceInTheWhole() throws Exception {
    HttpResponse<String> response = server.get("/api/posts?limit=2&page=2&select=id,price");

    assertEquals(200, response.statusCode());
    assertEquals(
        "{\"data\":[{\"id\":3,\"price\":1.10},{\"id\":4,\"price\":1.10}],"
            + "\"pagination\":{\"page\":2,\"limit\":2,\"total\":45,\"pages\":23}}",
        response.body());
    assertEquals("private, no-cache", response.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertTrue(response.headers().firstValue("X-Request-Id").isPresent());
  }

  @Test
  void leavesTheTotalOutIfNobodyWantsIt() throws Exception {
    assertEquals(
        "{\"data\":[],\"pagination\":{\"page\":9,\"limit\":20}}",
        server.get("/api/posts?total=false&page=9").body());
  }

  @Test
  void filtersByEveryParameter() throws Exception {
    JsonNode list =
        RestServer.json(
            server.get("/api/posts?title=eq.even&id=gte.10&or=(id.lt.13,id.in.(44,45))"));

    assertEquals(
        "[10,12,44]",
        IntStream.range(0, list.path("data").size())
            .mapToObj(i -> list.path("data").path(i).path("id").asInt())
            .toList()
            .toString()
            .replace(" ", ""));
  }

  @Test
  void readsARowByAKeyWithSeparatorsInside() throws Exception {
    assertEquals(
        "{\"data\":{\"post\":\"a,b\",\"reader\":\"x/y\",\"stars\":5}}",
        server.get("/api/ratings/a%2Cb,x%2Fy").body());
  }

  @Test
  void createsARowAndTellsWhereItIs() throws Exception {
    HttpResponse<String> response =
        server.send("POST", "/api/ratings", "{\"reader\":\"%\",\"post\":\"é\"}");

    assertEquals(201, response.statusCode());
    String location = response.headers().firstValue("Location").orElseThrow();
    assertEquals("/api/ratings/%C3%A9,%25", location);
    assertEquals(response.body(), server.get(location).body());
  }

  @Test
  void createsAllRowsOfAnArrayAtOnce() throws Exception {
    HttpResponse<String> response =
        server.send("POST", "/api/log", "[{\"line\":\"a\"},{\"line\":\"b\"}]");

    assertEquals(201, response.statusCode());
    assertEquals("{\"data\":[{\"line\":\"a\"},{\"line\":\"b\"}]}", response.body());
    assertEquals(
        2, ((Mutation.Insert) server.pipeline.operations.getLast().statement()).rows().size());
  }

  @Test
  void replacesARowAndResetsWhatIsMissing() throws Exception {
    HttpResponse<String> response =
        server.send("PUT", "/api/posts/1", "{\"id\":1,\"title\":\"new\"}");

    assertEquals(200, response.statusCode());
    assertEquals("new", RestServer.json(response).path("data").path("title").asText());
    assertTrue(RestServer.json(response).path("data").path("price").isNull());
  }

  @Test
  void changesOnlyWhatAPatchGives() throws Exception {
    HttpResponse<String> response = server.send("PATCH", "/api/posts/1", "{\"title\":\"new\"}");

    assertEquals("new", RestServer.json(response).path("data").path("title").asText());
    assertEquals(
        "1.10",
        RestServer.json(response).path("data").path("price").asText().replace("1.1", "1.10"));
    assertEquals(response.body(), server.send("PATCH", "/api/posts/1", "{}").body());
  }

  @Test
  void deletesARowOnce() throws Exception {
    assertEquals(204, server.send("DELETE", "/api/posts/1", null).statusCode());
    RestServer.assertProblem(
        RestProblem.ROW_NOT_FOUND, server.send("DELETE", "/api/posts/1", null));
    RestServer.assertProblem(RestProblem.ROW_NOT_FOUND, server.get("/api/posts/1"));
  }

  @Test
  void followsRelationshipsBothWays() throws Exception {
    assertEquals(
        "Ada",
        RestServer.json(server.get("/api/posts/7/author")).path("data").path("name").asText());
    JsonNode posts = RestServer.json(server.get("/api/authors/1/posts?title=eq.odd&limit=1"));
    assertEquals(1, posts.path("data").size());
    assertEquals(23, posts.path("pagination").path("total").asInt());
    assertEquals(
        "{\"data\":[],\"pagination\":{\"page\":1,\"limit\":20,\"total\":0,\"pages\":0}}",
        server.get("/api/authors/2/posts").body());
    RestServer.assertProblem(RestProblem.ROW_NOT_FOUND, server.get("/api/authors/3/posts"));
    RestServer.assertProblem(RestProblem.RELATIONSHIP_UNKNOWN, server.get("/api/posts/7/auther"));
  }

  @Test
  void answersHeadWithTheHeadersOfGet() throws Exception {
    HttpResponse<String> get = server.get("/api/posts");
    HttpResponse<String> head = server.send("HEAD", "/api/posts", null);

    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : new String[] {"Content-Length", "Content-Type", "Vary"}) {
      assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), name);
    }
    assertTrue(get.headers().firstValue("Content-Length").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/"})
  void showsWhatThereIs(String path) throws Exception {
    JsonNode index = RestServer.json(server.get(path));
    assertEquals("/api/openapi.json", index.path("openapi").asText());
    assertEquals("/api/authors", index.path("data").path(0).path("href").asText());
    assertEquals("view", index.path("data").path(4).path("kind").asText());
  }

  @Test
  void putsTheDatabaseIntoThePathWhereThereAreSeveral() throws Exception {
    server.add(Catalogs.blog("my shop"));

    assertEquals(
        "/api/my%20shop",
        RestServer.json(server.get("/api")).path("data").path(1).path("href").asText());
    assertEquals(200, server.get("/api/blog/posts").statusCode());
    RestServer.assertProblem(RestProblem.DATABASE_UNKNOWN, server.get("/api/posts"));
    assertEquals(
        "/api/my%20shop",
        RestServer.json(server.get("/api/my%20shop/openapi.json"))
            .path("servers")
            .path(0)
            .path("url")
            .asText());
  }

  @Test
  void sendsTheDocumentAgainOnlyIfItChanged() throws Exception {
    String tag = server.get("/api/openapi.json").headers().firstValue("ETag").orElseThrow();

    assertEquals(
        304, server.get("/api/openapi.json", "If-None-Match", "\"x\", " + tag).statusCode());
    assertEquals(200, server.get("/api/openapi.json", "If-None-Match", "\"x\"").statusCode());
  }
}
