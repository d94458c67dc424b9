package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.rest.internal.request.Representation;
import org.sqlxos.rest.internal.request.Site;
import org.sqlxos.type.api.UniversalType.BytesType;

/**
 * The paths of binary values.
 *
 * @param key the columns of the relation's key
 */
record OctetPaths(Site site, Relation relation, List<String> key) {

  /**
   * @param row the path of one row
   */
  void addTo(ObjectNode paths, String row) {
    for (Column column : relation.columns()) {
      if (column.type() instanceof BytesType) {
        paths.set(row + '/' + Site.segment(column.name()), path(column));
      }
    }
  }

  private ObjectNode path(Column column) {
    ObjectNode path = JsonNodeFactory.instance.objectNode();
    Parameters.key(path.putArray("parameters"), relation, key);
    ObjectNode read =
        operation(path, "get", "read", column, "Read \"%s\" of a row of %s, as it is");
    ObjectNode octets =
        Responses.described("The octets; a part of them where a range is asked for.");
    octets(octets);
    Responses.add(read, 200, octets, false);
    read.withObject("/responses").set("206", octets.deepCopy());
    if (column.writable()
        && site.catalog().permits(relation.name(), Permission.UPDATE, column.name())) {
      ObjectNode replace =
          operation(path, "put", "replace", column, "Replace \"%s\" of a row of %s by the body");
      octets(replace.putObject("requestBody").put("required", true));
      WriteOperations.ifMatch(replace);
      Responses.add(replace, 204, Responses.described("Replaced."), true);
      WriteOperations.precondition(replace);
    }
    return path;
  }

  // What is not text has no schema in OpenAPI 3.1.
  private static void octets(ObjectNode of) {
    of.putObject("content").putObject(Representation.OCTETS.mediaType());
  }

  private ObjectNode operation(
      ObjectNode path, String method, String verb, Column column, String summary) {
    ObjectNode operation =
        path.putObject(method)
            .put("summary", summary.formatted(column.name(), site.name(relation)));
    operation.put(
        "operationId", ComponentNames.operation(verb, site.name(relation), column.name()));
    operation.putArray("tags").add(site.name(relation));
    return operation;
  }
}
