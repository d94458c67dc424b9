package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.rest.internal.request.Site;

/** Leaves in a document what the one who reads it may do, and says how to tell who one is. */
final class Permitted {

  private static final Map<String, Permission> NEEDED =
      Map.of(
          "get", Permission.READ,
          "post", Permission.INSERT,
          "put", Permission.UPDATE,
          "patch", Permission.UPDATE,
          "delete", Permission.DELETE);

  private Permitted() {}

  /** Takes the operations of a relation away that are not permitted, and paths without any. */
  static void prune(ObjectNode paths, Site site, Relation relation) {
    String rows = '/' + site.segment(relation);
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (name.equals(rows) || name.startsWith(rows + '/')) {
        prune(paths, name, site, relation);
      }
    }
  }

  private static void prune(ObjectNode paths, String name, Site site, Relation relation) {
    JsonNode path = paths.get(name);
    NEEDED.forEach(
        (method, permission) -> {
          if (!site.catalog().permits(relation.name(), permission)) {
            ((ObjectNode) path).remove(method);
          }
        });
    if (NEEDED.keySet().stream().noneMatch(path::has)) {
      paths.remove(name);
    }
  }

  /** Credentials, where what one sees depends on them. */
  static void credentials(ObjectNode document, ObjectNode components, Site site) {
    if (site.catalog().whole() == site.catalog()) {
      return;
    }
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
    schemes.putObject("key").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
    ArrayNode security = document.putArray("security");
    security.addObject().putArray("token");
    security.addObject().putArray("key");
    security.addObject();
  }
}
