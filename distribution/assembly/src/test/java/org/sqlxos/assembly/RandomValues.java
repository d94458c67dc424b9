package org.sqlxos.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Values that a schema describes, made by chance, and now and then others. */
final class RandomValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  /** Writes half characters too, which UTF-8 has not. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\uffff",
          "😀",
          "'",
          "\"",
          "\\",
          "%",
          "*",
          "..",
          "/",
          "null",
          "NaN",
          "-0",
          "1e999",
          "99999999999999999999",
          "2024-02-30",
          "24:61:00",
          "x'00'",
          "(id.eq.1)",
          "in.(",
          "eq.",
          "not.is.null",
          "a,b,,",
          "id(id(id",
          "comments(*)",
          "-id,-id",
          "${jndi:ldap://x}",
          "<script>",
          "\r\nX: y",
          "{\"a\":[",
          "AAAA",
          "=",
          "W/\"x\"",
          "\"x\"",
          "return=none",
          "max-affected=-1",
          "bytes=0-");

  private final OpenApi api;
  private final Random random;

  RandomValues(OpenApi api, Random random) {
    this.api = api;
    this.random = random;
  }

  static String written(JsonNode value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode given, int depth) {
    JsonNode schema = api.resolved(given);
    if (depth > 6 || random.nextInt(12) == 0) {
      return hostile();
    }
    JsonNode examples = schema.path("examples");
    if (!examples.isEmpty() && random.nextBoolean()) {
      return examples.get(random.nextInt(examples.size()));
    }
    for (String several : List.of("enum", "oneOf", "anyOf")) {
      JsonNode choices = schema.path(several);
      if (!choices.isEmpty()) {
        JsonNode choice = choices.get(random.nextInt(choices.size()));
        return several.equals("enum") ? choice : of(choice, depth + 1);
      }
    }
    JsonNode type = schema.path("type");
    String name = type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    return switch (name) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> NODES.numberNode(integer(schema));
      case "number" -> NODES.numberNode(BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      case "string" -> NODES.textNode(text(schema));
      default -> hostile();
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
        object.set(property.getKey(), of(property.getValue(), depth + 1));
      }
    }
    return object;
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(4); i >= 0; i--) {
      array.add(of(schema.path("items"), depth + 1));
    }
    return array;
  }

  private long integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(-5);
    long most = schema.path("maximum").asLong(20);
    return switch (random.nextInt(6)) {
      case 0 -> least;
      case 1 -> most;
      case 2 -> least - 1;
      case 3 -> most + 1;
      default -> random.nextInt(6);
    };
  }

  private String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date" -> "2024-02-%02d".formatted(random.nextInt(32));
      case "date-time" -> "2024-02-28T%02d:00:00Z".formatted(random.nextInt(26));
      case "time" -> "10:%02d:00".formatted(random.nextInt(62));
      case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
      default ->
          random.nextInt(3) == 0
              ? hostileText()
              : "abc".repeat(schema.path("minLength").asInt(1) / 3 + 1);
    };
  }

  /** A text that somebody may have forgotten. */
  String hostileText() {
    return random.nextInt(20) == 0
        ? "x".repeat(1 + random.nextInt(3_000))
        : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** A value that no schema asked for. */
  JsonNode hostile() {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(true);
      case 2 -> NODES.numberNode(new BigDecimal("1e400"));
      case 3 -> NODES.numberNode(Long.MAX_VALUE);
      case 4 -> NODES.numberNode(new BigDecimal("-0.1"));
      case 5 -> nested(random.nextInt(2) == 0 ? 3 : 300);
      case 6 -> NODES.objectNode().set(hostileText(), NODES.textNode(hostileText()));
      default -> NODES.textNode(hostileText());
    };
  }

  private static JsonNode nested(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < depth; i++) {
      array = NODES.arrayNode().add(array);
    }
    return array;
  }
}
