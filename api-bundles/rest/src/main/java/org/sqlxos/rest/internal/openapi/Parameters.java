package org.sqlxos.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.Operator;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.SearchRequest;

/** The parameters of paths and lists. */
final class Parameters {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> SHARED =
      List.of("page", "limit", "cursor", "total", "and", "or");

  private static final String FILTER_PATTERN =
      "^(not\\.)?((eq|ne|lt|lte|gt|gte|like|ilike)\\.|in\\.\\(|is\\.(null|notnull)$)";

  private static final String RELATED_PATTERN = "^(not\\.)?some\\.\\(.*\\)$";

  private static final String FILTER =
      Arrays.stream(Operator.values())
          .map(operator -> "`" + operator.word() + "` (" + operator.meaning() + ")")
          .collect(
              Collectors.joining(
                  ", ",
                  "`operator.value`, or `not.operator.value`. Operators: ",
                  ". Given more than once, all must hold."));

  private Parameters() {}

  /** The parameters that are the same for every list. */
  static ObjectNode shared(RequestLimits limits) {
    ObjectNode parameters = NODES.objectNode();
    ObjectNode page = query("page", "Which page, from 1.");
    page.putObject("schema").put("type", "integer").put("minimum", 1).put("default", 1);
    ObjectNode limit = query("limit", "Rows of a page.");
    limit
        .putObject("schema")
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", limits.limitMax())
        .put("default", limits.limitDefault());
    ObjectNode total =
        query(
            "total",
            "Whether all rows that match are counted: `estimated` takes what the database's"
                + " statistics say, where they say it. Not counted with a cursor unless asked"
                + " for.");
    total.putObject("schema").putArray("enum").add("true").add("false").add("estimated");
    ObjectNode cursor =
        query(
            "cursor",
            "In place of `page`: empty for the first page, then `pagination.next` of the one"
                + " before.");
    cursor.putObject("schema").put("type", "string");
    parameters.set("cursor", cursor);
    parameters.set("page", page);
    parameters.set("limit", limit);
    parameters.set("total", total);
    parameters.set("and", group("and", "Conditions that must all hold"));
    parameters.set("or", group("or", "Conditions of which one must hold"));
    return parameters;
  }

  private static ObjectNode group(String name, String meaning) {
    ObjectNode parameter =
        query(
            name,
            meaning
                + ": `(column.operator.value,or(...),not.and(...))`. A name or value with one of"
                + " `.,()` stands in double quotes.");
    parameter.putObject("schema").put("type", "string").put("pattern", "^\\(.+\\)$");
    return parameter;
  }

  /** The parameters of a search: those of a list, and the words. */
  static void search(ArrayNode parameters, Relation relation, List<Relationship> related) {
    ObjectNode words =
        query(
            "q",
            "Words that are looked for in `"
                + String.join("`, `", SearchRequest.columns(relation))
                + "`, as the database's full text understands them; rows that fit best come first,"
                + " unless `sort` is given.");
    words.put("required", true).put("example", "two words");
    words.putObject("schema").put("type", "string").put("pattern", "\\S");
    parameters.add(words);
    ArrayNode others = NODES.arrayNode();
    list(others, relation, related);
    for (JsonNode parameter : others) {
      // A column of that name is reached in and=().
      if (!parameter.path("name").asText().equals("q")) {
        parameters.add(parameter);
      }
    }
  }

  /** The parameters of a list of a relation's rows. */
  static void list(ArrayNode parameters, Relation relation, List<Relationship> related) {
    SHARED.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    parameters.add(select(relation, related));
    ObjectNode sort =
        query("sort", "Columns to sort by, `-` before one for descending: " + names(relation));
    sort.putObject("schema").put("type", "string").put("minLength", 1);
    sort.put("example", "-" + quoted(relation.columns().getFirst().name()));
    parameters.add(sort);
    filters(parameters, relation, related);
  }

  /** A condition on each column, and on what each relationship leads to. */
  static void filters(ArrayNode parameters, Relation relation, List<Relationship> related) {
    for (Column column : relation.columns()) {
      if (!ListRequestReader.RESERVED.contains(column.name())) {
        ObjectNode filter = query(column.name(), FILTER);
        filter.putObject("schema").put("type", "string").put("pattern", FILTER_PATTERN);
        parameters.add(filter);
      }
    }
    for (Relationship way : related) {
      if (!ListRequestReader.RESERVED.contains(way.name())) {
        ObjectNode some =
            query(
                way.name(),
                "`some.(column.operator.value,...)`, or `not.some.(...)`: rows with a related row"
                    + " of which all conditions hold; `some.()` with any.");
        some.putObject("schema").put("type", "string").put("pattern", RELATED_PATTERN);
        parameters.add(some);
      }
    }
  }

  /** The choice of columns. */
  static ObjectNode select(Relation relation, List<Relationship> related) {
    ObjectNode select =
        query(
            "select",
            "What is wanted; rows then have this only. Columns, `*` for all: "
                + names(relation)
                + ". Related rows with what is wanted of them: "
                + related.stream()
                    .map(way -> "`" + quoted(way.name()) + "(*)`")
                    .collect(Collectors.joining(", "))
                + "; `!inner` before the parenthesis leaves out rows without any, and `"
                + "related.column`, `related.sort`, `related.limit` and `related.page` are"
                + " parameters about them. Aggregates, for which the columns are the groups:"
                + " `count()`, `column.sum()`, `avg`, `min`, `max`. `name:` before any of these"
                + " gives it another name.");
    select.putObject("schema").put("type", "string").put("minLength", 1);
    return select;
  }

  /**
   * The names that the parts of a key have in a path: letters, digits and underscores, distinct.
   */
  static List<String> keyNames(List<String> columns) {
    Set<String> distinct = new HashSet<>();
    return columns.stream()
        .map(
            column -> {
              String name = column.isEmpty() ? "_" : column.replaceAll("[^A-Za-z0-9_]", "_");
              while (!distinct.add(name)) {
                name += "_";
              }
              return name;
            })
        .toList();
  }

  /** The parameters that make up a key. */
  static void key(ArrayNode parameters, Relation relation, List<String> columns) {
    RelationSchemas schemas = new RelationSchemas(relation, relation.name().name());
    List<String> names = keyNames(columns);
    for (int i = 0; i < names.size(); i++) {
      ObjectNode schema = schemas.property(relation.column(columns.get(i)).orElseThrow());
      schema.remove("description");
      ObjectNode parameter =
          parameters
              .addObject()
              .put("name", names.get(i))
              .put("in", "path")
              .put("required", true)
              .put("description", "The key: " + columns.get(i));
      parameter.set("example", schema.remove("examples").get(0));
      parameter.set("schema", schema);
    }
  }

  private static ObjectNode query(String name, String description) {
    return NODES.objectNode().put("name", name).put("in", "query").put("description", description);
  }

  private static String names(Relation relation) {
    return relation.columns().stream()
        .map(column -> "`" + quoted(column.name()) + "`")
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> ",\"\\-:!()*.".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
