package org.sqlxos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that an OpenAPI document describes, and others that it forbids, made by chance. */
final class DocumentedRequests {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

  private final OpenApi api;
  private final Random random;
  private final RandomValues values;
  private final List<Documented> operations = new ArrayList<>();

  /** An operation of the document. */
  private record Documented(String path, String method, JsonNode operation, JsonNode shared) {}

  /**
   * A request.
   *
   * @param body null for none
   * @param described the answers that the document describes
   */
  record Made(
      String method, String path, String body, Map<String, String> headers, JsonNode described) {

    Http.Answer send(Http http) {
      String[] all =
          headers.entrySet().stream()
              .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
              .toArray(String[]::new);
      return http.send(method, path, body, all);
    }

    @Override
    public String toString() {
      return method + ' ' + path + ' ' + headers + ' ' + body;
    }
  }

  DocumentedRequests(OpenApi api, Random random) {
    this.api = api;
    this.random = random;
    this.values = new RandomValues(api, random);
    for (Map.Entry<String, JsonNode> path : api.document().path("paths").properties()) {
      for (String method : List.of("get", "post", "put", "patch", "delete")) {
        JsonNode operation = path.getValue().path(method);
        // A stream of changes has no end.
        if (!operation.isMissingNode() && !operation.toString().contains("text/event-stream")) {
          JsonNode shared = path.getValue().path("parameters");
          operations.add(new Documented(path.getKey(), method, operation, shared));
        }
      }
    }
  }

  Made next() {
    Documented chosen = operations.get(random.nextInt(operations.size()));
    Map<String, String> inPath = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    Map<String, String> headers = new LinkedHashMap<>();
    for (JsonNode list : List.of(chosen.shared(), chosen.operation().path("parameters"))) {
      for (JsonNode each : list) {
        JsonNode parameter = api.resolved(each);
        String name = parameter.path("name").asText();
        String value = text(parameter);
        boolean wanted = parameter.path("required").asBoolean() || random.nextInt(5) == 0;
        switch (parameter.path("in").asText()) {
          case "path" -> inPath.put(name, Http.encode(value));
          case "query" -> {
            if (wanted) {
              query.add(Http.encode(name) + '=' + Http.encode(value));
            }
          }
          default -> {
            if (wanted) {
              headers.put(name, value.replaceAll("[^ -~]", "?").strip());
            }
          }
        }
      }
    }
    String path = filled(chosen.path(), inPath);
    String body = body(chosen.operation().path("requestBody").path("content"), headers);
    return new Made(
        chosen.method().toUpperCase(java.util.Locale.ROOT),
        "/api" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        body,
        headers,
        chosen.operation().path("responses"));
  }

  private static String filled(String template, Map<String, String> values) {
    Matcher places = PLACE.matcher(template);
    return places.replaceAll(
        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "1")));
  }

  private String text(JsonNode parameter) {
    if (random.nextInt(3) > 0 && parameter.has("example")) {
      return parameter.path("example").asText();
    }
    JsonNode value = values.of(parameter.path("schema"));
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private String body(JsonNode content, Map<String, String> headers) {
    if (content.isMissingNode()) {
      return null;
    }
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    String type = types.get(random.nextInt(types.size()));
    headers.put("Content-Type", type);
    JsonNode value = values.of(content.path(type).path("schema"));
    if (type.contains("json") && !type.contains("ndjson")) {
      return RandomValues.written(random.nextInt(4) == 0 ? damaged(value) : value);
    }
    return value.isTextual() ? value.asText() : RandomValues.written(value) + "\n";
  }

  /** The same with something else in one place. */
  private JsonNode damaged(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.set(name, damaged(object.get(name)));
        case 1 -> object.remove(name);
        default -> object.set(values.hostileText(), values.hostile());
      }
      return object;
    }
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      array.set(index, damaged(array.get(index)));
      return array;
    }
    return random.nextBoolean() ? values.hostile() : NODES.nullNode();
  }
}
