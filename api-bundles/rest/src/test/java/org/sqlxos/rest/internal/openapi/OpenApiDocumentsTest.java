package org.sqlxos.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.Site;

/** The document of a small database, looked at closely. */
final class OpenApiDocumentsTest {

  private final OpenApiDocuments documents = new OpenApiDocuments(RequestLimits.DEFAULT);
  private final JsonNode document =
      OpenApiValidation.requireValid(documents.of(new Site("/api", Catalogs.blog())));

  @Test
  void hasEveryPathThatIsServed() {
    List<String> paths = new ArrayList<>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);

    assertEquals(
        List.of(
            "/",
            "/authors",
            "/authors/search",
            "/authors/changes",
            "/authors/{id}",
            "/authors/{id}/posts",
            "/log",
            "/log/search",
            "/posts",
            "/posts/search",
            "/posts/changes",
            "/posts/{id}",
            "/posts/{id}/cover",
            "/posts/{id}/author",
            "/ratings",
            "/ratings/search",
            "/ratings/changes",
            "/ratings/{post},{reader}",
            "/titles",
            "/titles/search"),
        paths);
    assertTrue(document.at("/paths/~1titles/post").isMissingNode());
  }

  @Test
  void givesEachOperationAnIdOfItsOwn() {
    List<String> ids = document.findValuesAsText("operationId");

    assertEquals(new HashSet<>(ids).size(), ids.size());
    assertTrue(ids.contains("list_authors.to.posts"));
  }

  @Test
  void tellsWhatTypesAndChecksSay() {
    assertEquals(
        "{\"type\":\"string\",\"maxLength\":30,\"minLength\":2,\"examples\":[\"Ada Lovelace\"]}",
        property("authors.insert", "name"));
    assertEquals(
        "{\"type\":[\"number\",\"null\"],\"exclusiveMinimum\":0,\"maximum\":1000,"
            + "\"examples\":[19.99]}",
        property("posts.row", "price"));
    assertEquals(
        "{\"type\":\"string\",\"enum\":[\"draft\",\"it's out\"],\"examples\":[\"draft\"]}",
        property("posts.row", "status"));
    assertEquals(
        "{\"type\":[\"integer\",\"null\"],\"format\":\"int64\",\"minimum\":1,\"maximum\":9,"
            + "\"examples\":[9]}",
        property("posts.row", "page"));
    assertEquals(
        "{\"type\":[\"string\",\"null\"],\"contentEncoding\":\"base64\",\"maxLength\":136,"
            + "\"examples\":[\"U1FMeA==\"]}",
        property("posts.row", "cover"));
  }

  private String property(String schema, String column) {
    return document
        .path("components")
        .path("schemas")
        .path(schema)
        .path("properties")
        .path(column)
        .toString();
  }

  @Test
  void requiresInEachFormWhatThatFormNeeds() {
    assertEquals("[\"name\"]", schema("authors.insert").path("required").toString());
    assertTrue(schema("authors.insert").path("properties").path("shout").isMissingNode());
    assertTrue(schema("authors.row").at("/properties/shout/readOnly").asBoolean());
    assertEquals("[\"post\",\"reader\"]", schema("ratings.insert").path("required").toString());
    assertTrue(schema("ratings.replace").path("required").isMissingNode());
    assertTrue(schema("ratings.patch").path("required").isMissingNode());
  }

  private JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  @Test
  void leavesOutFiltersWhoseNamesMeanSomethingElse() {
    JsonNode parameters = document.at("/paths/~1posts/get/parameters");

    assertEquals(
        List.of(
            "select",
            "sort",
            "id",
            "author_id",
            "title",
            "status",
            "price",
            "cover",
            "meta",
            "created_at",
            "author"),
        parameters.findValuesAsText("name"));
  }

  @Test
  void isMadeOnceForASchema() {
    byte[] first = documents.of(new Site("/api", Catalogs.blog()));

    assertSame(first, documents.of(new Site("/api", Catalogs.blog())));
  }
}
