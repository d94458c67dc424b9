package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlxos.rest.internal.request.Representation;

/** The answers: rows, lists of rows, and the problems that every path can end in. */
final class Responses {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Map<Integer, String> PROBLEMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(400, "The request cannot be read, or names what does not exist."),
              Map.entry(403, "The caller may not do this."),
              Map.entry(404, "There is nothing at this path."),
              Map.entry(406, "None of the representations there are is accepted."),
              Map.entry(409, "The change conflicts with a row that exists."),
              Map.entry(412, "The row is not as the request expects it."),
              Map.entry(413, "The body is larger than allowed."),
              Map.entry(415, "The body is not declared to be JSON."),
              Map.entry(422, "Values break rules of the database; every one is listed."),
              Map.entry(500, "The node failed; its log knows why."),
              Map.entry(503, "The database or the node is not ready; try again later.")));

  private static final List<Integer> READ = List.of(400, 403, 404, 406, 500, 503);
  private static final List<Integer> WRITE =
      List.of(400, 403, 404, 406, 409, 413, 415, 422, 500, 503);

  private Responses() {}

  /** One shared answer for each status of a problem. */
  static ObjectNode shared() {
    ObjectNode responses = NODES.objectNode();
    PROBLEMS.forEach(
        (status, description) -> {
          ObjectNode response = responses.putObject("Problem" + status);
          response.put("description", description);
          if (status == 503) {
            header(response, "Retry-After", "Seconds to wait.", "integer");
          }
          header(response, "X-Request-Id", "The operation, as the log names it.", "string");
          response
              .putObject("content")
              .putObject("application/problem+json")
              .set("schema", schema(ComponentNames.PROBLEM));
        });
    return responses;
  }

  /** The schema of problem documents. */
  static ObjectNode problem() {
    ObjectNode schema = NODES.objectNode().put("title", "Problem").put("type", "object");
    schema.put("description", "A problem document of RFC 9457.");
    ObjectNode properties = schema.putObject("properties");
    property(properties, "type", "string", "https://sqlxos.org/problems/SQLX102")
        .put("format", "uri");
    property(properties, "title", "string", "No such row");
    property(properties, "status", "integer", "")
        .put("minimum", 400)
        .put("maximum", 599)
        .putArray("examples")
        .add(404);
    property(properties, "detail", "string", "\"orders\" has no row with this key");
    property(properties, "code", "string", "SQLX102");
    property(properties, "instance", "string", "/api/orders/42");
    property(properties, "hint", "string", "");
    property(properties, "sqlState", "string", "");
    property(properties, "retryable", "boolean", "");
    ObjectNode violation =
        properties.putObject("violations").put("type", "array").putObject("items");
    violation.put("type", "object");
    ObjectNode parts = violation.putObject("properties");
    property(parts, "pointer", "string", "/email");
    property(parts, "rule", "string", "required");
    property(parts, "message", "string", "a value expected");
    violation.putArray("required").add("pointer").add("rule").add("message");
    schema.putArray("required").add("type").add("title").add("status").add("detail").add("code");
    return schema;
  }

  private static ObjectNode property(
      ObjectNode properties, String name, String type, String example) {
    ObjectNode property = properties.putObject(name).put("type", type);
    if (!example.isEmpty()) {
      property.putArray("examples").add(example);
    }
    return property;
  }

  /** The answers of an operation: the good one, and the problems of a read or a write. */
  static void add(ObjectNode operation, int status, ObjectNode good, boolean write) {
    ObjectNode responses = operation.putObject("responses");
    responses.set(Integer.toString(status), good);
    for (int problem : write ? WRITE : READ) {
      responses
          .putObject(Integer.toString(problem))
          .put("$ref", "#/components/responses/Problem" + problem);
    }
  }

  /** An answer with one row. */
  static ObjectNode row(String description, String schema) {
    ObjectNode response = described(description);
    ObjectNode body = content(response).put("type", "object");
    body.putObject("properties").set("data", schema(schema));
    body.putArray("required").add("data");
    return response;
  }

  /** The answer to a new row. */
  static ObjectNode created(String schema) {
    ObjectNode response = described("Created; an array of rows where an array was sent.");
    header(response, "Location", "The path of the new row, if it has one.", "string");
    ObjectNode body = content(response).put("type", "object");
    ObjectNode data = body.putObject("properties").putObject("data");
    ObjectNode many = NODES.objectNode().put("type", "array");
    many.set("items", schema(schema));
    data.putArray("oneOf").add(schema(schema)).add(many);
    body.putArray("required").add("data");
    return response;
  }

  /** An answer with a page of rows. */
  static ObjectNode list(String schema) {
    ObjectNode response =
        described("A page of rows; all rows where the form is another than JSON.");
    header(response, "ETag", "Names these rows, if they are few; for If-None-Match.", "string");
    ObjectNode body = content(response).put("type", "object");
    ObjectNode properties = body.putObject("properties");
    properties.putObject("data").put("type", "array").set("items", schema(schema));
    ObjectNode pagination = properties.putObject("pagination").put("type", "object");
    ObjectNode parts = pagination.putObject("properties");
    for (String name : List.of("page", "limit", "total", "pages")) {
      parts.putObject(name).put("type", "integer").put("minimum", 0);
    }
    parts
        .putObject("next")
        .put(
            "description", "The cursor of the next page, where one was given; null after the last.")
        .putArray("type")
        .add("string")
        .add("null");
    pagination.putArray("required").add("limit");
    body.putArray("required").add("data").add("pagination");
    ObjectNode forms = (ObjectNode) response.path("content");
    for (Representation form : Representation.LIST) {
      if (!form.paged()) {
        // A string for all of them: a schema cannot say what the octets of a workbook are.
        forms.putObject(form.mediaType()).putObject("schema").put("type", "string");
      }
    }
    return response;
  }

  /** An answer without body. */
  static ObjectNode described(String description) {
    ObjectNode response = NODES.objectNode().put("description", description);
    header(response, "X-Request-Id", "The operation, as the log names it.", "string");
    return response;
  }

  /** A reference to a schema. */
  static ObjectNode schema(String name) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static void header(ObjectNode response, String name, String meaning, String type) {
    response
        .withObjectProperty("headers")
        .putObject(name)
        .put("description", meaning)
        .putObject("schema")
        .put("type", type);
  }

  private static ObjectNode content(ObjectNode response) {
    return response.putObject("content").putObject("application/json").putObject("schema");
  }
}
