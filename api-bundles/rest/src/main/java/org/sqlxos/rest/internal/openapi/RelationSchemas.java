package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.rest.internal.request.Site;

/** The schemas of a relation's rows: as they are read, created, replaced and changed. */
final class RelationSchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Function<Permission, List<Column>> permitted;
  private final Relation relation;
  private final String name;
  private final Map<String, Facts> facts;

  /**
   * @param name as it is served
   */
  RelationSchemas(Relation relation, String name) {
    this(relation, name, permission -> relation.columns());
  }

  /** The relation as the one who reads the document may use it. */
  static RelationSchemas of(Site site, Relation relation) {
    CatalogSnapshot catalog = site.catalog();
    List<Column> columns =
        catalog.whole().relation(relation.name()).map(Relation::columns).orElse(List.of());
    return new RelationSchemas(
        relation,
        site.name(relation),
        permission ->
            columns.stream()
                .filter(column -> catalog.permits(relation.name(), permission, column.name()))
                .toList());
  }

  private RelationSchemas(
      Relation relation, String name, Function<Permission, List<Column>> permitted) {
    this.relation = relation;
    this.name = name;
    this.permitted = permitted;
    this.facts = CheckFacts.of(relation);
  }

  void addTo(ObjectNode schemas) {
    schemas.set(ComponentNames.row(name), row());
    if (relation.accepts(Permission.INSERT)) {
      schemas.set(
          ComponentNames.insert(name), written("A new row", Permission.INSERT, Column::required));
    }
    if (relation.accepts(Permission.UPDATE)) {
      schemas.set(
          ComponentNames.patch(name),
          written("Some values of a row", Permission.UPDATE, column -> false));
    }
    List<String> key = relation.identity().map(Key::columns).orElse(List.of());
    if (!key.isEmpty()) {
      Predicate<Column> required = column -> column.required() && !key.contains(column.name());
      schemas.set(
          ComponentNames.replace(name),
          written("All values of a row; the key may be left out", Permission.UPDATE, required));
    }
  }

  private ObjectNode row() {
    ObjectNode schema = object("A row of " + name);
    relation.comment().ifPresent(comment -> schema.put("description", comment));
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Column column : permitted.apply(Permission.READ)) {
      ObjectNode property = property(column);
      if (column.origin() != Column.Origin.STORED) {
        property.put("readOnly", true);
      }
      properties.set(column.name(), property);
      required.add(column.name());
    }
    return schema;
  }

  private ObjectNode written(String title, Permission permission, Predicate<Column> required) {
    ObjectNode schema = object(title + " of " + name);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode names = NODES.arrayNode();
    for (Column column : permitted.apply(permission)) {
      if (column.writable()) {
        properties.set(column.name(), property(column));
        if (required.test(column)) {
          names.add(column.name());
        }
      }
    }
    if (!names.isEmpty()) {
      schema.set("required", names);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode object(String title) {
    return NODES.objectNode().put("title", title).put("type", "object");
  }

  /** The schema of one column's values, null among them where it may be. */
  ObjectNode property(Column column) {
    ObjectNode schema = ColumnSchemas.of(column.type());
    Facts known = facts.get(column.name());
    if (known != null) {
      ColumnSchemas.restrict(schema, known);
    }
    JsonNode example = Examples.of(column.name(), column.type(), schema);
    if (column.nullable()) {
      ColumnSchemas.nullable(schema);
    }
    column.comment().ifPresent(comment -> schema.put("description", comment));
    schema.putArray("examples").add(example);
    return schema;
  }
}
