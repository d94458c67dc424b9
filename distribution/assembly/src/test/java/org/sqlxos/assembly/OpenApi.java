package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;

/** The OpenAPI document of a node, and what it says of an answer. */
record OpenApi(JsonNode document) {

  /** Reads the document and requires that Swagger's parser has nothing to say about it. */
  static OpenApi of(Http http) {
    return of(http, "/api");
  }

  /**
   * The document of one database.
   *
   * @param base the path of its index
   */
  static OpenApi of(Http http, String base) {
    Http.Answer answer = http.get(base + "/openapi.json");
    assertEquals(200, answer.status(), answer::toString);
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().readContents(answer.body(), List.of(), options);
    assertEquals(List.of(), parsed.getMessages());
    OpenApi api = new OpenApi(answer.json());
    assertEquals("3.1", api.document.path("openapi").asText().substring(0, 3));
    assertEquals(api.document.path("paths").size(), parsed.getOpenAPI().getPaths().size());
    return api;
  }

  JsonNode get(String path) {
    return document.path("paths").path(path).path("get");
  }

  /** The node that is meant, where it is a reference. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** Requires that an answer to GET is one that the document describes. */
  void assertDescribed(String path, Http.Answer answer) {
    JsonNode response = resolved(get(path).path("responses").path("" + answer.status()));
    assertFalse(response.isMissingNode(), () -> path + " says nothing of " + answer);
    String type = answer.header("Content-Type");
    JsonNode content = response.path("content").path(type);
    assertFalse(content.isMissingNode(), () -> path + " says nothing of " + type);
    JsonNode schema = content.path("schema");
    if (schema.isMissingNode()) {
      // OpenAPI 3.1 has none for octets.
      assertEquals("application/octet-stream", type, path);
      return;
    }
    // The schema is validated inside of the document, for its references lead there.
    ObjectNode root = (ObjectNode) schema.deepCopy();
    root.set("components", document.path("components"));
    List<String> faults =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(root)
            .validate(answer.body(), InputFormat.JSON)
            .stream()
            .map(Object::toString)
            .toList();
    assertEquals(List.of(), faults, () -> path + " answers " + answer);
  }
}
