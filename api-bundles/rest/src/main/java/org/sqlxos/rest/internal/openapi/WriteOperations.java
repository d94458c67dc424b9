package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sqlxos.rest.internal.load.LoadFormat;
import org.sqlxos.rest.internal.repeat.RepeatedRequests;

/**
 * What is said of writes beside their rows: preferences, preconditions, and lists of operations.
 */
final class WriteOperations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WriteOperations() {}

  /** A POST of rows that may exist already, or stream in. */
  static void upsert(ObjectNode create) {
    ArrayNode parameters = create.withArrayProperty("parameters");
    parameters
        .addObject()
        .put("name", "on_conflict")
        .put("in", "query")
        .put(
            "description",
            "Columns of a unique key that decide whether a row exists; the primary key without it."
                + " With `Prefer: resolution=`.")
        .putObject("schema")
        .put("type", "string")
        .put("minLength", 1);
    prefer(parameters);
    header(
        parameters,
        RepeatedRequests.KEY,
        "The second request of a key and content gets the answer of the first.");
    ObjectNode content = (ObjectNode) create.at("/requestBody/content");
    for (LoadFormat format : LoadFormat.values()) {
      content.putObject(format.mediaType()).putObject("schema").put("type", "string");
    }
  }

  /** The header that says what is wanted back, and done. */
  static void prefer(ArrayNode parameters) {
    header(
        parameters,
        "Prefer",
        "`return=minimal`, `headers-only` or `representation`; `resolution=merge-duplicates` or"
            + " `ignore-duplicates`; `max-affected=100`.");
  }

  private static void header(ArrayNode parameters, String name, String description) {
    parameters
        .addObject()
        .put("name", name)
        .put("in", "header")
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  /** The header that takes the tag of the row. */
  static void ifMatch(ObjectNode operation) {
    ArrayNode parameters = operation.withArrayProperty("parameters");
    header(parameters, "If-Match", "The ETag of the row; 412 if it is another one by now.");
    prefer(parameters);
  }

  /** The answers that preconditions and preferences make possible. */
  static void precondition(ObjectNode operation) {
    ((ObjectNode) operation.path("responses"))
        .putObject("412")
        .put("$ref", "#/components/responses/Problem412");
  }

  /** The answer to {@code return=minimal}. */
  static void empty(ObjectNode operation) {
    ((ObjectNode) operation.path("responses")).set("204", Responses.described("Done."));
  }

  /** A body that changes parts of documents. */
  static void mergePatch(ObjectNode operation, String schema) {
    ((ObjectNode) operation.at("/requestBody/content"))
        .putObject("application/merge-patch+json")
        .set("schema", Responses.schema(schema));
  }

  /** The answer to a change of many rows. */
  static ObjectNode changed(String schema) {
    ObjectNode response =
        Responses.described("How many rows were changed; the rows with return=representation.");
    ObjectNode body =
        response.putObject("content").putObject("application/json").putObject("schema");
    ObjectNode properties = body.put("type", "object").putObject("properties");
    properties.putObject("changed").put("type", "integer").put("minimum", 0);
    properties.putObject("data").put("type", "array").set("items", Responses.schema(schema));
    return response;
  }

  /** The path that takes a list of operations. */
  static ObjectNode operations() {
    ObjectNode path = NODES.objectNode();
    ObjectNode post = path.putObject("post").put("summary", "Several operations, all or nothing");
    post.put("operationId", "runOperations");
    ObjectNode schema =
        post.putObject("requestBody")
            .put("required", true)
            .putObject("content")
            .putObject("application/json")
            .putObject("schema");
    ObjectNode operation =
        schema.put("type", "array").put("minItems", 1).put("maxItems", 1000).putObject("items");
    ObjectNode members = operation.put("type", "object").putObject("properties");
    members
        .putObject("method")
        .putArray("enum")
        .add("GET")
        .add("POST")
        .add("PUT")
        .add("PATCH")
        .add("DELETE");
    members.putObject("path").put("type", "string").put("pattern", "^/");
    members.putObject("headers").put("type", "object");
    members
        .putObject("body")
        .put(
            "description",
            "As at the path. `{\"$ref\": \"/0/id\"}` is a value of the row of operation 0.");
    operation.putArray("required").add("method").add("path");
    ObjectNode good = Responses.described("What each of them brought, in their order.");
    ObjectNode body = good.putObject("content").putObject("application/json").putObject("schema");
    ObjectNode results =
        body.put("type", "object")
            .putObject("properties")
            .putObject("results")
            .put("type", "array");
    ObjectNode result = results.putObject("items").put("type", "object").putObject("properties");
    result.putObject("status").put("type", "integer");
    result.putObject("headers").put("type", "object");
    result.putObject("body").put("type", "object");
    Responses.add(post, 200, good, true);
    return path;
  }
}
