package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.Site;

/** Writes the OpenAPI 3.1 document of one database. */
final class Document {

  private final Site site;
  private final RequestLimits limits;

  Document(Site site, RequestLimits limits) {
    this.site = site;
    this.limits = limits;
  }

  ObjectNode write() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    info(document.putObject("info"));
    document
        .putArray("servers")
        .addObject()
        .put("url", site.base())
        .put("description", "This server.");
    List<Relation> relations = site.relations();
    ArrayNode tags = document.putArray("tags");
    ObjectNode paths = document.putObject("paths");
    paths.set("/", WriteOperations.operations());
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    for (Relation relation : relations) {
      ObjectNode tag = tags.addObject().put("name", site.name(relation));
      relation.comment().ifPresent(comment -> tag.put("description", comment));
      new RelationPaths(site, relation).addTo(paths);
      Permitted.prune(paths, site, relation);
      RelationSchemas.of(site, relation).addTo(schemas);
    }
    new CallPaths(site).addTo(paths, tags);
    schemas.set(ComponentNames.PROBLEM, Responses.problem());
    components.set("parameters", Parameters.shared(limits));
    components.set("responses", Responses.shared());
    Permitted.credentials(document, components, site);
    return document;
  }

  private void info(ObjectNode info) {
    Database database = site.catalog().database();
    info.put("title", database.name());
    info.put("version", site.catalog().fingerprint());
    info.put(
        "description",
        "Every table and view of the database, as REST. %s %s. Every path also knows OPTIONS, and"
                .formatted(database.product(), database.version())
            + " HEAD where it knows GET.");
  }
}
