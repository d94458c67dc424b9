package org.sqlxos.wirepack.mongodb.internal;

import java.util.List;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.PlanRefusal;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;

/**
 * Writes a filter as a query document that is true of the same rows in SQL's three-valued logic: a
 * member that is absent or null fits no comparison, also no negated one. Negations are carried
 * inwards, where a comparison has its opposite.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/reference/operator/query/">query operators</a>
 */
final class FilterJson {

  private static final String SPECIAL = "\\.[]{}()*+-?^$|/#&~ \t\n\r\f";

  private final CommandJson json;
  private final Relation relation;

  FilterJson(CommandJson json, Relation relation) {
    this.json = json;
    this.relation = relation;
  }

  /** Adds the filter. */
  void add(Filter filter) {
    add(filter, true);
  }

  /**
   * @param truth whether the filter is to be true, or false
   */
  private void add(Filter filter, boolean truth) {
    switch (filter) {
      case Filter.And and -> joined(and.parts(), truth, truth);
      case Filter.Or or -> joined(or.parts(), truth, !truth);
      case Filter.Not not -> add(not.part(), !truth);
      case Filter.Compare compare ->
          compare(compare, truth ? compare.comparison() : opposite(compare.comparison()));
      case Filter.In in -> in(in, truth);
      case Filter.Like like -> like(like, truth);
      case Filter.IsNull isNull ->
          json.add("{").quoted(name(isNull.column())).add(truth ? ":null}" : ":{\"$ne\":null}}");
      case Filter.Related _ ->
          throw PlanRefusal.NOT_SAID.problem("Collections have no relationships to filter by");
    }
  }

  /** All parts, or any. */
  private void joined(List<Filter> parts, boolean truth, boolean all) {
    if (parts.isEmpty()) {
      json.add(all ? "{}" : "{\"$nor\":[{}]}");
      return;
    }
    json.add(all ? "{\"$and\":[" : "{\"$or\":[");
    String separator = "";
    for (Filter part : parts) {
      json.add(separator);
      add(part, truth);
      separator = ",";
    }
    json.add("]}");
  }

  private static Comparison opposite(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Comparison.NOT_EQUAL;
      case NOT_EQUAL -> Comparison.EQUAL;
      case LESS -> Comparison.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> Comparison.GREATER;
      case GREATER -> Comparison.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> Comparison.LESS;
    };
  }

  private String name(String column) {
    if (column.startsWith("$") || column.indexOf('.') >= 0) {
      throw PlanRefusal.NOT_SAID.problem(
          "\"%s\" cannot be filtered by: its name would be read as a path".formatted(column));
    }
    return column;
  }

  private void compare(Filter.Compare compare, Comparison comparison) {
    json.add("{").quoted(name(compare.column())).add(":{");
    if (comparison == Comparison.NOT_EQUAL) {
      json.add("\"$nin\":[null,");
      value(compare.column(), compare.value());
      json.add("]}}");
      return;
    }
    json.add(
        switch (comparison) {
          case EQUAL -> "\"$eq\":";
          case LESS -> "\"$lt\":";
          case LESS_OR_EQUAL -> "\"$lte\":";
          case GREATER -> "\"$gt\":";
          case GREATER_OR_EQUAL -> "\"$gte\":";
          case NOT_EQUAL -> throw new IllegalStateException("written above");
        });
    value(compare.column(), compare.value());
    json.add("}}");
  }

  private void value(String column, Object value) {
    ColumnValue.sought(json, relation.column(column), value);
  }

  private void in(Filter.In in, boolean truth) {
    if (in.values().isEmpty()) {
      json.add(truth ? "{\"$nor\":[{}]}" : "{}");
      return;
    }
    json.add("{").quoted(name(in.column())).add(truth ? ":{\"$in\":[" : ":{\"$nin\":[null,");
    String separator = "";
    for (Object value : in.values()) {
      json.add(separator);
      value(in.column(), value);
      separator = ",";
    }
    json.add("]}}");
  }

  private void like(Filter.Like like, boolean truth) {
    String expression = "{\"$regularExpression\":{\"pattern\":";
    if (!truth) {
      json.add("{\"$and\":[{").quoted(name(like.column())).add(":{\"$ne\":null}},{");
      json.quoted(like.column()).add(":{\"$not\":").add(expression);
    } else {
      json.add("{").quoted(name(like.column())).add(":").add(expression);
    }
    // The text of the pattern is data: it is quoted like a name of the catalog.
    json.quoted(pattern(like.pattern()));
    json.add(",\"options\":\"").add(like.ignoreCase() ? "is" : "s").add("\"}}");
    json.add(truth ? "}" : "}}]}");
  }

  /** A regular expression: a star is any characters, everything else is itself. */
  private static String pattern(String like) {
    StringBuilder pattern = new StringBuilder("^");
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '*') {
        pattern.append(".*");
      } else {
        if (SPECIAL.indexOf(c) >= 0) {
          pattern.append('\\');
        }
        pattern.append(c);
      }
    }
    return pattern.append("\\z").toString();
  }
}
