package org.sqlxos.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Whether a document is OpenAPI 3.1: by the official schema of it, and by Swagger's parser. */
final class OpenApiValidation {

  private static final ObjectMapper JSON = new ObjectMapper();

  // The schemas lie in a jar under their addresses without the protocol.
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers ->
                      mappers.mapPrefix(
                          "https://spec.openapis.org", "classpath:spec.openapis.org")));

  private static final JsonSchema OPEN_API =
      FACTORY.getSchema(
          SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"),
          SchemaValidatorsConfig.builder().build());

  private OpenApiValidation() {}

  static JsonNode requireValid(byte[] document) {
    try {
      JsonNode json = JSON.readTree(document);
      assertEquals(List.of(), OPEN_API.validate(json).stream().map(Object::toString).toList());
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      SwaggerParseResult parsed =
          new OpenAPIV3Parser().readContents(new String(document, "UTF-8"), List.of(), options);
      assertEquals(List.of(), parsed.getMessages());
      assertEquals(json.path("paths").size(), parsed.getOpenAPI().getPaths().size());
      requireReferences(json, json);
      requireExamples(json);
      return json;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireReferences(JsonNode document, JsonNode node) {
    if (node.path("$ref").isTextual()) {
      String reference = node.path("$ref").asText();
      assertEquals(false, document.at(reference.substring(1)).isMissingNode(), reference);
    }
    node.forEach(child -> requireReferences(document, child));
  }

  /** Every example of a property is a valid value of it. */
  private static void requireExamples(JsonNode document) {
    for (JsonNode schema : document.path("components").path("schemas")) {
      Iterator<JsonNode> properties = schema.path("properties").elements();
      while (properties.hasNext()) {
        JsonNode property = properties.next();
        for (JsonNode example : property.path("examples")) {
          assertEquals(
              List.of(),
              FACTORY.getSchema(property).validate(example).stream().map(Object::toString).toList(),
              property.toString());
        }
      }
    }
  }
}
