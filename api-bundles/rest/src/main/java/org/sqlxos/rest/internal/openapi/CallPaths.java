package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Argument;
import org.sqlxos.catalog.api.Routine.Shape;
import org.sqlxos.catalog.api.View;
import org.sqlxos.rest.internal.request.Site;

/** The paths of functions and procedures; those of one name share a path. */
final class CallPaths {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Nothing that is stored is a relation's. */
  private static final String TAG = "functions";

  private final Site site;

  CallPaths(Site site) {
    this.site = site;
  }

  void addTo(ObjectNode paths, ArrayNode tags) {
    Map<String, List<Routine>> byPath = new LinkedHashMap<>();
    if (site.calls()) {
      for (Routine routine : site.catalog().routines()) {
        String path = site.path(routine).substring(site.base().length());
        byPath.computeIfAbsent(path, ignored -> new ArrayList<>()).add(routine);
      }
    }
    if (!byPath.isEmpty()) {
      tags.addObject().put("name", TAG).put("description", "What the database keeps to be called.");
    }
    byPath.forEach((path, routines) -> paths.set(path, path(routines)));
  }

  private ObjectNode path(List<Routine> routines) {
    ObjectNode path = NODES.objectNode();
    List<Routine> reading = routines.stream().filter(routine -> !routine.writes()).toList();
    if (!reading.isEmpty()) {
      ObjectNode read = operation(path, "get", "read", reading);
      Responses.add(read, good(reading), response(reading), false);
      arguments(read.putArray("parameters"), reading);
    }
    ObjectNode call = operation(path, "post", "call", routines);
    ArrayNode choices =
        call.putObject("requestBody")
            .put("required", routines.stream().allMatch(CallPaths::requiresArguments))
            .putObject("content")
            .putObject("application/json")
            .putObject("schema")
            .putArray("anyOf");
    routines.forEach(routine -> choices.add(body(routine)));
    Responses.add(call, good(routines), response(routines), true);
    ArrayNode parameters = call.putArray("parameters");
    rows(parameters, routines, Set.of());
    return path;
  }

  private static boolean requiresArguments(Routine routine) {
    return routine.given().stream().anyMatch(argument -> !argument.optional());
  }

  private ObjectNode operation(
      ObjectNode path, String method, String verb, List<Routine> routines) {
    Routine first = routines.getFirst();
    String name = site.catalog().pathName(first.name());
    ObjectNode operation = path.putObject(method).put("summary", "Call " + name);
    routines.stream()
        .flatMap(routine -> routine.comment().stream())
        .findFirst()
        .ifPresent(comment -> operation.put("description", comment));
    operation.put("operationId", ComponentNames.operation(verb + ".of.functions", name));
    operation.putArray("tags").add(TAG);
    return operation;
  }

  private static ObjectNode body(Routine routine) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    for (Argument argument : routine.given()) {
      ObjectNode property = ColumnSchemas.of(argument.type());
      ColumnSchemas.nullable(property);
      properties.set(argument.name(), property);
      if (!argument.optional()) {
        required.add(argument.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private static void arguments(ArrayNode parameters, List<Routine> routines) {
    Set<String> names = new LinkedHashSet<>();
    for (Routine routine : routines) {
      for (Argument argument : routine.given()) {
        if (names.add(argument.name())) {
          boolean always =
              routines.stream()
                  .allMatch(
                      each -> each.given(argument.name()).filter(a -> !a.optional()).isPresent());
          ObjectNode parameter =
              parameters
                  .addObject()
                  .put("name", argument.name())
                  .put("in", "query")
                  .put("description", "An argument.")
                  .put("required", always);
          parameter.set("schema", ColumnSchemas.of(argument.type()));
        }
      }
    }
    rows(parameters, routines, names);
  }

  /** What is said of rows, where there are any and it says nothing else. */
  private static void rows(ArrayNode parameters, List<Routine> routines, Set<String> taken) {
    if (!routines.stream().allMatch(routine -> routine.answer().shape() == Shape.ROWS)) {
      return;
    }
    Routine first = routines.getFirst();
    Relation rows =
        new View(first.name(), first.answer().columns(), Optional.empty(), Optional.empty());
    ArrayNode all = NODES.arrayNode();
    Parameters.list(all, rows, List.of());
    all.forEach(
        parameter -> {
          String reference = parameter.path("$ref").asText();
          boolean counted = reference.endsWith("/cursor") || reference.endsWith("/total");
          if (!counted && !taken.contains(parameter.path("name").asText())) {
            parameters.add(parameter);
          }
        });
  }

  private static int good(List<Routine> routines) {
    return routines.stream().allMatch(routine -> routine.answer().shape() == Shape.NOTHING)
        ? 204
        : 200;
  }

  private static ObjectNode response(List<Routine> routines) {
    if (good(routines) == 204) {
      return Responses.described("Done.");
    }
    ObjectNode response = Responses.described("What the function answers.");
    ObjectNode content = response.putObject("content");
    ArrayNode choices = content.putObject("application/json").putObject("schema").putArray("anyOf");
    for (Routine routine : routines) {
      ObjectNode body = choices.addObject().put("type", "object");
      body.putObject("properties").set("data", data(routine));
      body.putArray("required").add("data");
    }
    return response;
  }

  private static ObjectNode data(Routine routine) {
    return switch (routine.answer().shape()) {
      case NOTHING -> NODES.objectNode();
      case VALUE -> value(routine.answer().columns().getFirst());
      case ROW -> row(routine);
      case ROWS -> {
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", row(routine));
        yield list;
      }
    };
  }

  private static ObjectNode row(Routine routine) {
    ObjectNode row = NODES.objectNode().put("type", "object");
    ObjectNode properties = row.putObject("properties");
    routine.answer().columns().forEach(column -> properties.set(column.name(), value(column)));
    return row;
  }

  private static ObjectNode value(Column column) {
    ObjectNode schema = ColumnSchemas.of(column.type());
    ColumnSchemas.nullable(schema);
    return schema;
  }
}
