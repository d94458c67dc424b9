package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document of the sample shop is valid, and the node does what it says. */
class OpenApiIT {

  private static Product product;
  private static Http http;
  private static OpenApi api;

  @BeforeAll
  static void start() throws Exception {
    product = Product.servingCopyOf(Product.HOME.resolve("shop.db"));
    http = product.http();
    api = OpenApi.of(http);
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
  }

  @Test
  void everyListAnswersAsDescribed() {
    int lists = 0;
    for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
      if (path.getValue().has("get")
          && !path.getKey().contains("{")
          && !path.getKey().endsWith("/changes")) {
        Http.Answer answer =
            http.get(
                server() + path.getKey() + "?limit=50" + required(path.getValue().path("get")));
        assertEquals(200, answer.status(), answer::toString);
        api.assertDescribed(path.getKey(), answer);
        lists++;
      }
    }
    assertTrue(lists >= 10, "every table and view");
  }

  @Test
  void everyRowAnswersAsDescribed() {
    int rows = 0;
    for (JsonNode relation : http.get("/api").json().path("data")) {
      String href = relation.path("href").asText();
      if (relation.path("key").isEmpty()) {
        continue;
      }
      JsonNode row = http.get(href + "?limit=1").json().at("/data/0");
      List<String> key = new ArrayList<>();
      relation
          .path("key")
          .forEach(column -> key.add(Http.encode(row.path(column.asText()).asText())));
      String template = template(href.substring(server().length()), "");
      Http.Answer answer = http.get(href + "/" + String.join(",", key));
      assertEquals(200, answer.status(), answer::toString);
      api.assertDescribed(template, answer);
      for (JsonNode relationship : relation.path("relationships")) {
        Http.Answer related =
            http.get(href + "/" + String.join(",", key) + "/" + relationship.asText());
        assertTrue(related.status() == 200 || related.status() == 404, related::toString);
        api.assertDescribed(
            template(href.substring(server().length()), "/" + relationship.asText()), related);
      }
      rows++;
    }
    assertTrue(rows >= 10, "every table");
  }

  @Test
  void everyPathAnswersWithItsExamplesAsDescribed() {
    for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (get.isMissingNode() || path.getKey().endsWith("/changes")) {
        continue;
      }
      String target = path.getKey();
      List<JsonNode> parameters = new ArrayList<>();
      path.getValue().path("parameters").forEach(parameters::add);
      get.path("parameters").forEach(parameters::add);
      for (JsonNode reference : parameters) {
        JsonNode parameter = api.resolved(reference);
        if (parameter.path("in").asText().equals("path")) {
          target =
              target.replace(
                  "{" + parameter.path("name").asText() + "}", Http.encode(example(parameter)));
        }
      }
      assertFalse(target.contains("{"), target);
      Http.Answer answer = http.get(server() + target + "?" + required(get));
      assertTrue(answer.status() == 200 || answer.status() == 404, target + " " + answer);
      api.assertDescribed(path.getKey(), answer);
    }
  }

  @Test
  void theRefusalsAreDescribedToo() {
    api.assertDescribed("/customers", http.get("/api/customers?nobody=eq.1"));
    api.assertDescribed("/customers", http.get("/api/customers?limit=0"));
    api.assertDescribed(
        "/customers", http.send("GET", "/api/customers", null, "Accept", "text/html"));
  }

  /** The parameters that a query needs, with their examples. */
  private static String required(JsonNode operation) {
    StringBuilder query = new StringBuilder();
    for (JsonNode reference : operation.path("parameters")) {
      JsonNode parameter = api.resolved(reference);
      if (parameter.path("required").asBoolean() && parameter.path("in").asText().equals("query")) {
        query.append('&').append(parameter.path("name").asText()).append('=');
        query.append(Http.encode(example(parameter)));
      }
    }
    return query.toString();
  }

  private static String example(JsonNode parameter) {
    JsonNode example = parameter.path("example");
    if (example.isMissingNode()) {
      example = parameter.path("examples").path(0);
    }
    if (example.isMissingNode() && parameter.path("examples").elements().hasNext()) {
      example = parameter.path("examples").elements().next().path("value");
    }
    JsonNode schema = api.resolved(parameter.path("schema"));
    if (example.isMissingNode()) {
      example = schema.path("examples").path(0);
    }
    assertFalse(example.isMissingNode(), () -> "no example of " + parameter);
    return example.asText();
  }

  private static String server() {
    String url = api.document().at("/servers/0/url").asText();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String template(String relation, String rest) {
    for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
      if (path.getKey().matches("\\Q" + relation + "\\E/\\{[^/]+\\Q" + rest + "\\E")) {
        return path.getKey();
      }
    }
    throw new AssertionError("no path for " + relation + "/{key}" + rest);
  }
}
