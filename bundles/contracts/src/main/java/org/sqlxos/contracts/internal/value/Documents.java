package org.sqlxos.contracts.internal.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.UniversalType.ArrayType;

/** JSON documents, and arrays, which come as JSON. */
final class Documents {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Documents() {}

  /** The text of a document, whatever JSON value it is. */
  static Object json(Object value, Source source, Place place) {
    return switch (value) {
      case JsonValue json -> json.text();
      case String text when source == Source.FILTER && parsed(text) != null -> text;
      case String text -> quoted(text, place);
      case Long number -> number.toString();
      case BigDecimal number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> place.refuse("type", "a JSON value expected");
    };
  }

  private static Object quoted(String text, Place place) {
    return Texts.storable(text, place) == Place.REFUSED
        ? Place.REFUSED
        : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  static Object array(Object value, ArrayType type, Place place) {
    List<@Nullable Object> elements = elements(value);
    if (elements == null) {
      return place.refuse("type", "an array expected");
    }
    List<@Nullable Object> coerced = new ArrayList<>(elements.size());
    boolean refused = false;
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      if (element != null) {
        place.enter(i);
        element = Coercion.coerce(element, type.element(), Source.DATA, place);
        place.leave();
        refused |= element == Place.REFUSED;
      }
      coerced.add(element);
    }
    return refused ? Place.REFUSED : coerced;
  }

  private static @Nullable List<@Nullable Object> elements(Object value) {
    return switch (value) {
      case JsonValue json -> elements(parsed(json.text()));
      case String text -> elements(parsed(text));
      case List<?> list -> new ArrayList<@Nullable Object>(list);
      default -> null;
    };
  }

  private static @Nullable List<@Nullable Object> elements(@Nullable JsonNode array) {
    if (array == null || !array.isArray()) {
      return null;
    }
    List<@Nullable Object> elements = new ArrayList<>(array.size());
    for (Iterator<JsonNode> i = array.elements(); i.hasNext(); ) {
      elements.add(sent(i.next()));
    }
    return elements;
  }

  /** A JSON value in the class in which a front end would have handed it on. */
  private static @Nullable Object sent(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? (Object) node.longValue()
              : node.decimalValue();
      case ARRAY, OBJECT, BINARY, POJO -> new JsonValue(node.toString());
    };
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isMissingNode() ? null : node;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
