package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The tables of the reference for people, made of the schema. */
final class ReferenceTables {

  private static final int MOST_CHOICES = 8;

  private final JsonNode schema;

  ReferenceTables(JsonNode schema) {
    this.schema = schema;
  }

  String table(String name) {
    return switch (name) {
      case "document" -> keys(schema.at("/$defs/whole"));
      case "fields" -> fields();
      case "parts" -> alternatives("part", schema.at("/$defs/part/oneOf"), "meaning");
      case "formats" ->
          alternatives("format", schema.at("/$defs/format/oneOf"), "how a value lies");
      case "typePart" -> alternatives("part", schema.at("/$defs/typePart/oneOf"), "meaning");
      case "primitives" -> primitives();
      case "steps" -> steps();
      case "transactions", "language" -> keys(schema.at("/$defs/whole/properties/" + name));
      case "operations" -> keys(schema.at("/$defs/wire/properties/operations"));
      default -> keys(schema.at("/$defs/" + name));
    };
  }

  private String keys(JsonNode object) {
    List<String> rows = new ArrayList<>();
    object
        .get("properties")
        .properties()
        .forEach(
            entry ->
                rows.add(
                    row(
                        code(entry.getKey()) + optional(object, entry.getKey()),
                        kind(entry.getValue()),
                        description(entry.getValue()))));
    return table(rows, "key", "value", "meaning");
  }

  private String fields() {
    JsonNode number = schema.at("/$defs/field/else");
    List<String> rows = new ArrayList<>();
    rows.add(row("a number form", parameters(number, "type"), description(number)));
    rows.addAll(rows("type", schema.at("/$defs/field/then/oneOf")));
    return table(rows, "`type`", "keys", "meaning");
  }

  private String alternatives(String key, JsonNode all, String last) {
    return table(rows(key, all), code(key), "keys", last);
  }

  private List<String> rows(String key, JsonNode all) {
    List<String> rows = new ArrayList<>();
    for (JsonNode each : all) {
      String name = each.at("/properties/" + key + "/const").textValue();
      rows.add(row(code(name), parameters(each, key), description(each)));
    }
    return rows;
  }

  private String primitives() {
    List<String> rows = new ArrayList<>();
    schema
        .at("/$defs/expression/anyOf/3/properties")
        .properties()
        .forEach(
            entry ->
                rows.add(
                    row(
                        code(entry.getKey()),
                        arguments(entry.getValue()),
                        description(entry.getValue()))));
    return table(rows, "primitive", "arguments", "gives");
  }

  private static String arguments(JsonNode primitive) {
    for (JsonNode form : primitive.get("anyOf")) {
      if (form.has("prefixItems")) {
        return "its name, then any";
      }
      if (form.path("type").asText().equals("array")) {
        int least = form.get("minItems").asInt();
        return least == form.path("maxItems").asInt() ? "" + least : least + " or more";
      }
    }
    return "";
  }

  private String steps() {
    List<String> rows = new ArrayList<>();
    for (JsonNode step : schema.at("/$defs/step/else/oneOf")) {
      StringJoiner names = new StringJoiner(", ");
      step.get("properties").fieldNames().forEachRemaining(name -> names.add(code(name)));
      rows.add(row(names.toString(), description(step)));
    }
    return table(rows, "step", "meaning");
  }

  private static String parameters(JsonNode object, String besides) {
    StringJoiner all = new StringJoiner("; ");
    for (Map.Entry<String, JsonNode> entry : object.get("properties").properties()) {
      if (!entry.getKey().equals(besides)) {
        String choices = entry.getValue().has("enum") ? ": " + choices(entry.getValue()) : "";
        all.add(code(entry.getKey()) + optional(object, entry.getKey()) + choices);
      }
    }
    return all.toString();
  }

  private static String optional(JsonNode object, String key) {
    for (JsonNode required : object.path("required")) {
      if (required.textValue().equals(key)) {
        return "";
      }
    }
    return " (optional)";
  }

  private static String kind(JsonNode value) {
    if (value.has("$ref")) {
      String reference = value.get("$ref").textValue();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (value.has("const")) {
      return code(value.get("const").toString());
    }
    if (value.has("enum") && value.get("enum").size() <= MOST_CHOICES) {
      return choices(value);
    }
    return switch (value.path("type").asText()) {
      case "string" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "array" -> "array";
      case "object" -> "object";
      default -> "text or array";
    };
  }

  private static String choices(JsonNode value) {
    StringJoiner choices = new StringJoiner(", ");
    value.get("enum").forEach(choice -> choices.add(code(choice.asText())));
    return choices.toString();
  }

  private String description(JsonNode value) {
    JsonNode described =
        value.has("description") || !value.has("$ref")
            ? value
            : schema.at(value.get("$ref").textValue().substring(1));
    return described.path("description").asText().replace("|", "\\|");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String table(List<String> rows, String... head) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(row(head));
    lines.add("|" + " --- |".repeat(head.length));
    rows.forEach(lines::add);
    return lines.toString();
  }
}
