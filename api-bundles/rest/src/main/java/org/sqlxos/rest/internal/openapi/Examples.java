package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.Special;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** One value for each column that fits its schema and looks like its name. */
final class Examples {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Texts by what a column's name contains; the first that fits. */
  private static final List<Map.Entry<String, String>> TEXTS =
      List.of(
          Map.entry("email", "ada@example.com"),
          Map.entry("mail", "ada@example.com"),
          Map.entry("phone", "+41 44 555 01 23"),
          Map.entry("url", "https://example.com/"),
          Map.entry("website", "https://example.com/"),
          Map.entry("first", "Ada"),
          Map.entry("last", "Lovelace"),
          Map.entry("city", "London"),
          Map.entry("country", "GB"),
          Map.entry("street", "12 St James's Square"),
          Map.entry("zip", "SW1Y 4JH"),
          Map.entry("post", "SW1Y 4JH"),
          Map.entry("currency", "EUR"),
          Map.entry("lang", "en"),
          Map.entry("sku", "AB-1234"),
          Map.entry("code", "AB12"),
          Map.entry("status", "open"),
          Map.entry("title", "The Analytical Engine"),
          Map.entry("name", "Ada Lovelace"),
          Map.entry("slug", "analytical-engine"),
          Map.entry("description", "A machine that follows instructions."),
          Map.entry("comment", "Works as described."));

  private Examples() {}

  /**
   * A value of a column.
   *
   * @param schema the column's, without null
   */
  static JsonNode of(String column, UniversalType type, ObjectNode schema) {
    JsonNode only = schema.path("enum").path(0);
    return only.isMissingNode() ? ofType(column, type, schema) : only;
  }

  private static JsonNode ofType(String column, UniversalType type, ObjectNode schema) {
    return switch (type) {
      case IntegerType ignored -> within(BigDecimal.valueOf(42), schema);
      case DecimalType t -> within(decimal(t), schema);
      case FloatType ignored -> within(new BigDecimal("0.5"), schema);
      case TextType ignored -> NODES.textNode(text(column, schema));
      case BytesType t -> NODES.textNode(t.length() < 4 ? "AA==" : "U1FMeA==");
      case Simple t -> simple(t);
      case TimeType ignored -> NODES.textNode("09:30:00");
      case TimestampType t -> NODES.textNode("2026-01-31T09:30:00" + (t.zoned() ? "Z" : ""));
      case EnumType t -> NODES.textNode(t.labels().getFirst());
      case ArrayType t -> array(column, t);
      case Special.ANY -> NODES.textNode("anything");
      case Special.NEVER -> NODES.nullNode();
    };
  }

  private static JsonNode array(String column, ArrayType type) {
    return NODES.arrayNode().add(of(column, type.element(), ColumnSchemas.of(type.element())));
  }

  private static JsonNode simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> NODES.booleanNode(true);
      case DATE -> NODES.textNode("2026-01-31");
      case INTERVAL -> NODES.textNode("P1DT2H");
      case UUID -> NODES.textNode("7d444840-9dc0-41d1-b245-5ffdce74fad2");
      case JSON -> NODES.objectNode().put("key", "value");
    };
  }

  private static BigDecimal decimal(DecimalType type) {
    BigDecimal price = new BigDecimal(type.integerDigits() >= 2 ? "19.99" : "0.25");
    return type.scale() >= 2 ? price : price.setScale(0, RoundingMode.DOWN);
  }

  private static JsonNode within(BigDecimal wanted, ObjectNode schema) {
    int scale = schema.path("type").asText().equals("integer") ? 0 : 4;
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal least = bound(schema, "Minimum", RoundingMode.CEILING, unit);
    BigDecimal most = bound(schema, "Maximum", RoundingMode.FLOOR, unit.negate());
    BigDecimal value = wanted;
    if (most != null && value.compareTo(most) > 0) {
      value = most;
    }
    if (least != null && value.compareTo(least) < 0) {
      value = least;
    }
    return NODES.numberNode(value);
  }

  /** The outermost value allowed, in steps of the unit. */
  private static @Nullable BigDecimal bound(
      ObjectNode schema, String name, RoundingMode inwards, BigDecimal step) {
    String included = name.toLowerCase(Locale.ROOT);
    String excluded = "exclusive" + name;
    int scale = step.scale();
    if (schema.has(included)) {
      return schema.get(included).decimalValue().setScale(scale, inwards);
    }
    if (!schema.has(excluded)) {
      return null;
    }
    BigDecimal bound = schema.get(excluded).decimalValue();
    BigDecimal inside = bound.setScale(scale, inwards);
    return inside.compareTo(bound) == 0 ? inside.add(step) : inside;
  }

  private static String text(String column, ObjectNode schema) {
    String name = column.toLowerCase(Locale.ROOT);
    String text =
        TEXTS.stream()
            .filter(entry -> name.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("text");
    int least = Math.min(schema.path("minLength").asInt(0), 1_000);
    String filled = text.length() < least ? text + "x".repeat(least - text.length()) : text;
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return filled.length() > most ? filled.substring(0, most) : filled;
  }
}
