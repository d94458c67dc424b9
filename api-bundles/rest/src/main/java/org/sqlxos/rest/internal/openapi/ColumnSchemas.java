package org.sqlxos.rest.internal.openapi;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
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

/** The JSON Schema of each universal type, as values of it are written in answers. */
final class ColumnSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A decimal with more digits before the point has no bounds that are worth reading. */
  private static final int MAX_BOUNDED_DIGITS = 60;

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
  private static final String DATE = "[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}";

  private ColumnSchemas() {}

  /** The schema of a value that is not null. */
  static ObjectNode of(UniversalType type) {
    return switch (type) {
      case IntegerType t -> integer(t);
      case DecimalType t -> decimal(t);
      case FloatType t -> typed("number").put("format", t.bits() == 32 ? "float" : "double");
      case TextType t -> text(t.length());
      case BytesType t -> bytes(t);
      case Simple t -> simple(t);
      case TimeType ignored -> typed("string").put("pattern", "^" + TIME + "$");
      case TimestampType t -> timestamp(t);
      case EnumType t -> oneOf(t.labels());
      case ArrayType t -> array(t);
      case Special.ANY -> NODES.objectNode();
      case Special.NEVER -> typed("null");
    };
  }

  /** The same schema with null allowed. */
  static ObjectNode nullable(ObjectNode schema) {
    if (schema.path("type").isTextual() && !schema.path("type").asText().equals("null")) {
      String type = schema.path("type").asText();
      schema.set("type", NODES.arrayNode().add(type).add("null"));
      if (schema.get("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
    return schema;
  }

  private static ObjectNode integer(IntegerType type) {
    ObjectNode schema = typed("integer");
    if (type.bits() >= 32) {
      schema.put("format", "int" + type.bits());
    }
    long greatest = Long.MAX_VALUE >> (64 - type.bits());
    return schema.put("minimum", -greatest - 1).put("maximum", greatest);
  }

  private static ObjectNode decimal(DecimalType type) {
    ObjectNode schema = typed("number");
    if (type.integerDigits() <= MAX_BOUNDED_DIGITS) {
      BigInteger beyond = BigInteger.TEN.pow(type.integerDigits());
      schema.put("exclusiveMinimum", beyond.negate()).put("exclusiveMaximum", beyond);
    }
    return schema;
  }

  private static ObjectNode text(int length) {
    ObjectNode schema = typed("string");
    return length == UNBOUNDED ? schema : schema.put("maxLength", length);
  }

  private static ObjectNode bytes(BytesType type) {
    ObjectNode schema = typed("string").put("contentEncoding", "base64");
    if (type.length() != UNBOUNDED) {
      schema.put("maxLength", Math.ceilDiv((long) type.length(), 3) * 4);
    }
    return schema;
  }

  private static ObjectNode simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> typed("boolean");
      case DATE -> typed("string").put("format", "date");
      case INTERVAL -> typed("string").put("format", "duration");
      case UUID -> typed("string").put("format", "uuid");
      case JSON -> NODES.objectNode().put("description", "Any JSON value.");
    };
  }

  // The format date-time asks for a zone, which the other kind has not.
  private static ObjectNode timestamp(TimestampType type) {
    return type.zoned()
        ? typed("string").put("format", "date-time")
        : typed("string").put("pattern", "^" + DATE + "T" + TIME + "$");
  }

  private static ObjectNode array(ArrayType type) {
    ObjectNode schema = typed("array");
    schema.set("items", nullable(of(type.element())));
    return schema;
  }

  private static ObjectNode oneOf(Collection<String> labels) {
    ObjectNode schema = typed("string");
    ArrayNode values = schema.putArray("enum");
    labels.forEach(values::add);
    return schema;
  }

  /** Adds what CHECK constraints say, as far as it fits the type. */
  static void restrict(ObjectNode schema, Facts facts) {
    switch (schema.path("type").asText()) {
      case "integer", "number" -> restrictNumber(schema, facts);
      case "string" -> {
        // Lengths and lists of a date or of bytes are about another text than the answer's.
        boolean plain = !schema.has("contentEncoding") && !schema.has("enum");
        if (plain && !schema.has("format") && !schema.has("pattern")) {
          restrictText(schema, facts);
        }
      }
      default -> {}
    }
  }

  private static void restrictNumber(ObjectNode schema, Facts facts) {
    BigDecimal minimum = facts.minimum();
    if (minimum != null && minimum.compareTo(bound(schema, "minimum", "exclusiveMinimum")) >= 0) {
      schema.remove(List.of("minimum", "exclusiveMinimum"));
      schema.put(facts.minimumExcluded() ? "exclusiveMinimum" : "minimum", minimum);
    }
    BigDecimal maximum = facts.maximum();
    if (maximum != null && maximum.compareTo(bound(schema, "maximum", "exclusiveMaximum")) <= 0) {
      schema.remove(List.of("maximum", "exclusiveMaximum"));
      schema.put(facts.maximumExcluded() ? "exclusiveMaximum" : "maximum", maximum);
    }
    if (facts.literals().stream().noneMatch(ColumnSchemas::quoted)) {
      List<BigDecimal> values = facts.literals().stream().map(BigDecimal::new).toList();
      putEnum(schema, values.stream().map(NODES::numberNode).toList());
    }
  }

  // A float has no bounds of its own: then any bound is a tighter one.
  private static BigDecimal bound(ObjectNode schema, String included, String excluded) {
    BigDecimal none = BigDecimal.TEN.pow(MAX_BOUNDED_DIGITS);
    JsonNode bound = schema.has(included) ? schema.get(included) : schema.path(excluded);
    if (bound.isNumber()) {
      return bound.decimalValue();
    }
    return included.equals("minimum") ? none.negate() : none;
  }

  private static void restrictText(ObjectNode schema, Facts facts) {
    if (facts.minLength() > 0) {
      schema.put("minLength", facts.minLength());
    }
    if (facts.maxLength() >= 0 && facts.maxLength() < schema.path("maxLength").asInt(UNBOUNDED)) {
      schema.put("maxLength", facts.maxLength());
    }
    if (facts.literals().stream().allMatch(ColumnSchemas::quoted)) {
      List<String> values = facts.literals().stream().map(ColumnSchemas::unquote).toList();
      putEnum(schema, values.stream().map(NODES::textNode).toList());
    }
  }

  // The list says it all: a bound beside it could only contradict it.
  private static void putEnum(ObjectNode schema, List<? extends JsonNode> values) {
    if (!values.isEmpty()) {
      schema.remove(List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"));
      schema.remove(List.of("minLength", "maxLength"));
      ArrayNode list = schema.putArray("enum");
      values.stream().distinct().forEach(list::add);
    }
  }

  private static boolean quoted(String literal) {
    return literal.startsWith("'");
  }

  private static String unquote(String literal) {
    return literal.substring(1, literal.length() - 1).replace("''", "'");
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }
}
