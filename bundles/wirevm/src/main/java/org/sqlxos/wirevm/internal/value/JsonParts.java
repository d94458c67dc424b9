package org.sqlxos.wirevm.internal.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;

/** JSON that a caller gave, taken apart into the values of one level. */
final class JsonParts {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonParts() {}

  /** The elements of an array. */
  static List<@Nullable Object> list(Object value, String expected) {
    if (value instanceof List<?> given) {
      return new ArrayList<@Nullable Object>(given);
    }
    JsonNode node = parsed(value, expected);
    if (!node.isArray()) {
      throw Refusal.of(expected, value);
    }
    List<@Nullable Object> list = new ArrayList<>();
    node.forEach(element -> list.add(value(element)));
    return list;
  }

  /** The members of an object. */
  static Map<String, @Nullable Object> members(Object value, String expected) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, member) -> members.put(String.valueOf(key), member));
      return members;
    }
    JsonNode node = parsed(value, expected);
    if (!node.isObject()) {
      throw Refusal.of(expected, value);
    }
    node.properties().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
    return members;
  }

  private static JsonNode parsed(Object value, String expected) {
    String text =
        switch (value) {
          case String given -> given;
          case JsonValue json -> json.text();
          default -> throw Refusal.of(expected, value);
        };
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Refusal.of(expected, value);
    }
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    if (node.isContainerNode()) {
      return new JsonValue(node.toString());
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      return node.canConvertToLong() && node.isIntegralNumber()
          ? (Object) node.longValue()
          : node.decimalValue();
    }
    return node.textValue();
  }
}
