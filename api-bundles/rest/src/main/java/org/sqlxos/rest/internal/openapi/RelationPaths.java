package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.PathReader;
import org.sqlxos.rest.internal.request.SearchRequest;
import org.sqlxos.rest.internal.request.Site;

/** The paths of a relation: its rows, one row, and what is related to it. */
final class RelationPaths {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Site site;
  private final Relation relation;
  private final String name;

  RelationPaths(Site site, Relation relation) {
    this.site = site;
    this.relation = relation;
    this.name = site.name(relation);
  }

  void addTo(ObjectNode paths) {
    String rows = '/' + site.segment(relation);
    paths.set(rows, rows());
    if (SearchRequest.possible(relation)) {
      paths.set(rows + '/' + SearchRequest.PATH, search());
    }
    if (relation.identity().isPresent()) {
      paths.set(rows + '/' + PathReader.CHANGES, changes());
    }
    Optional<List<String>> key = relation.identity().map(Key::columns);
    if (key.isPresent()) {
      String row =
          Parameters.keyNames(key.get()).stream()
              .map(part -> '{' + part + '}')
              .collect(Collectors.joining(",", rows + '/', ""));
      paths.set(row, row(key.get()));
      OctetPaths octets = new OctetPaths(site, relation, key.get());
      octets.addTo(paths, row);
      for (Relationship relationship : related(relation)) {
        String segment = Site.segment(relationship.name());
        site.catalog()
            .relation(relationship.to())
            .ifPresent(
                destination ->
                    paths.set(row + '/' + segment, related(key.get(), relationship, destination)));
      }
    }
  }

  /** The relationships that lead to something that is served. */
  private List<Relationship> related(Relation from) {
    return site.catalog().relationships(from.name()).stream()
        .filter(way -> site.catalog().relation(way.to()).filter(site::served).isPresent())
        .toList();
  }

  private ObjectNode rows() {
    ObjectNode path = NODES.objectNode();
    ObjectNode list = operation(path, "get", "list", "List rows of " + name);
    Parameters.list(list.putArray("parameters"), relation, related(relation));
    Responses.add(list, 200, Responses.list(ComponentNames.row(name)), false);
    if (relation.accepts(Permission.INSERT)) {
      create(path);
    }
    if (relation.accepts(Permission.UPDATE)) {
      ObjectNode patch = operation(path, "patch", "updateMany", "Change rows of " + name);
      body(patch).setAll(Responses.schema(ComponentNames.patch(name)));
      many(patch);
    }
    if (relation.accepts(Permission.DELETE)) {
      many(operation(path, "delete", "deleteMany", "Delete rows of " + name));
    }
    return path;
  }

  private void create(ObjectNode path) {
    ObjectNode create = operation(path, "post", "create", "Create rows of " + name);
    ObjectNode body = body(create);
    ObjectNode many = NODES.objectNode().put("type", "array").put("minItems", 1);
    many.set("items", Responses.schema(ComponentNames.insert(name)));
    body.putArray("oneOf").add(Responses.schema(ComponentNames.insert(name))).add(many);
    Responses.add(create, 201, Responses.created(ComponentNames.row(name)), true);
    WriteOperations.upsert(create);
  }

  private ObjectNode changes() {
    ObjectNode path = NODES.objectNode();
    ObjectNode stream = operation(path, "get", "listen", "Listen to changes of " + name);
    stream.put(
        "description",
        "Events `insert` and `update` with `key` and `row`, `delete` with `key`, and `missed` where"
            + " something may have changed that is not told. Each has an id, for `Last-Event-ID`.");
    Parameters.filters(stream.putArray("parameters"), relation, related(relation));
    ObjectNode events = Responses.described("Events, as long as one listens.");
    events
        .putObject("content")
        .putObject(MediaTypes.EVENTS)
        .putObject("schema")
        .put("type", "string");
    Responses.add(stream, 200, events, false);
    return path;
  }

  private ObjectNode search() {
    ObjectNode path = NODES.objectNode();
    ObjectNode list = operation(path, "get", "search", "Search rows of " + name);
    Parameters.search(list.putArray("parameters"), relation, related(relation));
    Responses.add(list, 200, Responses.list(ComponentNames.row(name)), false);
    return path;
  }

  private void many(ObjectNode operation) {
    ArrayNode parameters = operation.putArray("parameters");
    Parameters.filters(parameters, relation, related(relation));
    WriteOperations.prefer(parameters);
    Responses.add(operation, 200, WriteOperations.changed(ComponentNames.row(name)), true);
    WriteOperations.empty(operation);
  }

  private ObjectNode row(List<String> key) {
    ObjectNode path = NODES.objectNode();
    Parameters.key(path.putArray("parameters"), relation, key);
    ObjectNode read = operation(path, "get", "read", "Read a row of " + name);
    read.putArray("parameters").add(Parameters.select(relation, related(relation)));
    Responses.add(read, 200, Responses.row("The row.", ComponentNames.row(name)), false);
    write(path, "put", "replace", ComponentNames.replace(name));
    write(path, "patch", "update", ComponentNames.patch(name));
    ObjectNode delete = operation(path, "delete", "delete", "Delete a row of " + name);
    WriteOperations.ifMatch(delete);
    Responses.add(delete, 204, Responses.described("Deleted."), true);
    WriteOperations.precondition(delete);
    return path;
  }

  private void write(ObjectNode path, String method, String verb, String schema) {
    String summary = method.equals("put") ? "Replace a row of " : "Change values of a row of ";
    ObjectNode operation = operation(path, method, verb, summary + name);
    ObjectNode body = body(operation);
    body.setAll(Responses.schema(schema));
    if (method.equals("patch")) {
      WriteOperations.mergePatch(operation, schema);
    }
    WriteOperations.ifMatch(operation);
    Responses.add(
        operation, 200, Responses.row("The row as it is now.", ComponentNames.row(name)), true);
    if (method.equals("put")) {
      // A row whose key the caller chooses is made where there is none.
      operation
          .withObject("/responses")
          .set("201", Responses.row("The row, which is new.", ComponentNames.row(name)));
    }
    WriteOperations.precondition(operation);
  }

  private ObjectNode related(List<String> key, Relationship relationship, Relation destination) {
    ObjectNode path = NODES.objectNode();
    Parameters.key(path.putArray("parameters"), relation, key);
    String schema = ComponentNames.row(site.name(destination));
    boolean many = relationship.cardinality() == Relationship.Cardinality.MANY;
    ObjectNode read = path.putObject("get");
    read.put("summary", "Read \"" + relationship.name() + "\" of a row of " + name);
    read.put(
        "operationId", ComponentNames.operation(many ? "list" : "read", name, relationship.name()));
    read.putArray("tags").add(name);
    ArrayNode parameters = read.putArray("parameters");
    if (many) {
      Parameters.list(parameters, destination, related(destination));
    } else {
      parameters.add(Parameters.select(destination, related(destination)));
    }
    ObjectNode good = many ? Responses.list(schema) : Responses.row("The related row.", schema);
    Responses.add(read, 200, good, false);
    return path;
  }

  private ObjectNode operation(ObjectNode path, String method, String verb, String summary) {
    ObjectNode operation = path.putObject(method).put("summary", summary);
    operation.put("operationId", ComponentNames.operation(verb, name));
    operation.putArray("tags").add(name);
    return operation;
  }

  private static ObjectNode body(ObjectNode operation) {
    ObjectNode body = operation.putObject("requestBody").put("required", true);
    return body.putObject("content").putObject("application/json").putObject("schema");
  }
}
