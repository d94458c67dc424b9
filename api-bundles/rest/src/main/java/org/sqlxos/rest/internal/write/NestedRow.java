package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.rest.internal.request.BodyReader;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.RowBody;

/**
 * A row of a body, taken apart.
 *
 * @param values its own, by column
 * @param before the rows that it refers to
 * @param after the rows that refer to it
 */
record NestedRow(Map<String, @Nullable Object> values, List<Part> before, List<Part> after) {

  /**
   * The rows inside of it by one relationship.
   *
   * @param relation where they are written
   * @param many whether they are an array
   */
  record Part(
      Relationship relationship, Relation relation, boolean many, List<InsertTree.Source> rows) {}

  static NestedRow of(CatalogSnapshot catalog, Relation relation, InsertTree.Source source) {
    NestedRow row = new NestedRow(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    for (Map.Entry<String, @Nullable Object> member : source.members().entrySet()) {
      Relationship relationship =
          relation.column(member.getKey()).isPresent()
              ? null
              : catalog.relationship(relation.name(), member.getKey()).orElse(null);
      if (relationship == null) {
        row.values().put(member.getKey(), member.getValue());
      } else if (member.getValue() != null) {
        Relation destination = catalog.relation(relationship.to()).orElse(null);
        if (destination == null) {
          row.values().put(member.getKey(), member.getValue());
          continue;
        }
        Part part = part(relationship, destination, source, member.getValue());
        if (!part.rows().isEmpty()) {
          (refers(relation, relationship) ? row.before() : row.after()).add(part);
        }
      }
    }
    return row;
  }

  private static Part part(
      Relationship relationship, Relation destination, InsertTree.Source source, Object value) {
    boolean many = relationship.cardinality() == Cardinality.MANY;
    String pointer =
        source.pointer() + '/' + relationship.name().replace("~", "~0").replace("/", "~1");
    if (!(value instanceof JsonValue json)) {
      throw wrong(pointer, many);
    }
    if (json.text().startsWith("[")) {
      if (!many) {
        throw wrong(pointer, false);
      }
      List<InsertTree.Source> rows = new ArrayList<>();
      for (Map<String, @Nullable Object> members : BodyReader.nested(json.text()).rows()) {
        rows.add(new InsertTree.Source(new LinkedHashMap<>(members), pointer + '/' + rows.size()));
      }
      return new Part(relationship, destination, true, rows);
    }
    if (many) {
      throw wrong(pointer, true);
    }
    RowBody body = BodyReader.nested(json.text());
    return new Part(
        relationship,
        destination,
        false,
        List.of(new InsertTree.Source(new LinkedHashMap<>(body.single()), pointer)));
  }

  private static RuntimeException wrong(String pointer, boolean many) {
    return RestProblem.MALFORMED_BODY.problem(
        "\"%s\": %s expected"
            .formatted(pointer, many ? "an array of objects" : "an object or null"));
  }

  /** Whether the foreign key is the row's own. */
  private static boolean refers(Relation relation, Relationship relationship) {
    return relation instanceof Table table
        && table.foreignKeys().stream()
            .anyMatch(
                key ->
                    key.target().equals(relationship.to())
                        && key.columns().equals(relationship.columns())
                        && key.targetColumns().equals(relationship.targetColumns()));
  }
}
