package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.problem.api.ProblemException;

/**
 * Reads the filters of one request. Counts its conditions: one reader a request.
 *
 * <pre>{@code
 * parameter = column "=" test                     the value of a comparison goes to the end
 *           | relationship "=" related
 *           | ("and" | "or") "=" group
 * group     = "(" part *("," part) ")"
 * part      = ["not."] ("and" | "or") group
 *           | column "." test                     a value goes to the next comma or parenthesis
 *           | relationship "." related
 * related   = ["not."] "some.(" [part *("," part)] ")"
 * test      = ["not."] ( comparison "." value | "in.(" [value *("," value)] ")"
 *                      | "is.null" | "is.notnull" )
 * column, relationship, value = text without delimiters | '"' text with \" and \\ '"'
 * }</pre>
 */
final class FilterReader {

  private static final String VALUE_ENDS = ",)";
  private static final String NAME_ENDS = ".,()";

  private final CatalogSnapshot catalog;
  private final RequestLimits limits;
  private int conditions;

  FilterReader(CatalogSnapshot catalog, RequestLimits limits) {
    this.catalog = catalog;
    this.limits = limits;
  }

  /**
   * The parameter {@code column=test} or {@code related=test}.
   *
   * @return empty if the relation has neither a column nor a relationship of this name
   */
  Optional<Filter> tested(Relation relation, String name, String text) {
    Scanner in = new Scanner(name, text);
    boolean column = relation.column(name).isPresent();
    if (!column && catalog.relationship(relation.name(), name).isEmpty()) {
      return Optional.empty();
    }
    Filter filter =
        column
            ? test(in, name, false)
            : related(in, RelatedName.find(catalog, relation, name, ""), 1);
    in.requireEnd();
    return Optional.of(filter);
  }

  /** The parameter {@code name=test} about an aggregate of the answer. */
  Filter having(String name, String text) {
    Scanner in = new Scanner(name, text);
    Filter filter = test(in, name, false);
    in.requireEnd();
    return filter;
  }

  /** The parameter {@code and=(...)} or {@code or=(...)}. */
  Filter group(Relation relation, String word, String text) {
    Scanner in = new Scanner(word, text);
    in.require("(");
    Filter filter = group(in, relation, word.equals("or"), 1);
    in.requireEnd();
    return filter;
  }

  /** {@code some.(...)}: a related row of which all conditions are true; none need be given. */
  private Filter related(Scanner in, RelatedName way, int depth) {
    boolean negated = in.skip("not.");
    in.require("some.(");
    requireShallow(depth);
    Filter inner = Filter.EVERYTHING;
    if (!in.skip(")")) {
      Relation destination = catalog.relation(way.destination()).orElseThrow();
      inner = group(in, destination, false, depth + 1);
    }
    Filter filter = way.related(inner);
    return negated ? new Filter.Not(filter) : filter;
  }

  private void requireShallow(int depth) {
    if (depth > limits.depthMax()) {
      throw RestProblem.FILTER_TOO_DEEP.problem(
          "at most %d groups inside each other are allowed".formatted(limits.depthMax()));
    }
  }

  private Filter group(Scanner in, Relation relation, boolean any, int depth) {
    requireShallow(depth);
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(part(in, relation, depth));
    } while (in.skip(","));
    in.require(")");
    return any ? new Filter.Or(parts) : new Filter.And(parts);
  }

  private Filter part(Scanner in, Relation relation, int depth) {
    if (in.skip("and(")) {
      return group(in, relation, false, depth + 1);
    }
    if (in.skip("or(")) {
      return group(in, relation, true, depth + 1);
    }
    if (in.skip("not.and(")) {
      return new Filter.Not(group(in, relation, false, depth + 1));
    }
    if (in.skip("not.or(")) {
      return new Filter.Not(group(in, relation, true, depth + 1));
    }
    if (in.atEnd() || in.atAny(NAME_ENDS)) {
      throw in.expected("a condition such as column.eq.value");
    }
    String name = in.token(NAME_ENDS);
    in.require(".");
    if (relation.column(name).isEmpty()
        && catalog.relationship(relation.name(), name).isPresent()) {
      return related(in, RelatedName.find(catalog, relation, name, ""), depth);
    }
    return test(in, columnOf(relation, name).name(), true);
  }

  private Filter test(Scanner in, String column, boolean inGroup) {
    conditions++;
    if (conditions > limits.conditionsMax()) {
      throw RestProblem.TOO_MANY_CONDITIONS.problem(
          "at most %d conditions are allowed".formatted(limits.conditionsMax()),
          "in.(a,b,c) is one condition, however many values it has");
    }
    boolean negated = in.skip("not.");
    Filter filter = positive(in, column, operator(in, column), inGroup);
    return negated ? new Filter.Not(filter) : filter;
  }

  private static Filter positive(Scanner in, String column, Operator operator, boolean inGroup) {
    return switch (operator) {
      case EQ, NE, LT, LTE, GT, GTE ->
          new Filter.Compare(column, operator.comparison(), value(in, inGroup));
      case LIKE -> new Filter.Like(column, value(in, inGroup), false);
      case ILIKE -> new Filter.Like(column, value(in, inGroup), true);
      case IN -> new Filter.In(column, list(in));
      case IS -> nullTest(in, column);
    };
  }

  private static Operator operator(Scanner in, String column) {
    String word = in.word();
    if (!in.skip(".")) {
      throw RestProblem.OPERATOR_UNKNOWN.problem(
          "the filter on %s has no operator".formatted(Names.quote(column)),
          "write it as %s=eq.value; operators are %s"
              .formatted(column, String.join(", ", Operator.words())));
    }
    return Operator.of(word)
        .orElseThrow(
            () ->
                RestProblem.OPERATOR_UNKNOWN.problem(
                    "the filter on %s has no operator %s"
                        .formatted(Names.quote(column), Names.quote(word)),
                    Names.hint(
                        word,
                        Operator.words(),
                        "operators are " + String.join(", ", Operator.words()))));
  }

  private static String value(Scanner in, boolean inGroup) {
    return inGroup ? in.token(VALUE_ENDS) : in.rest();
  }

  private static List<Object> list(Scanner in) {
    in.require("(");
    List<Object> values = new ArrayList<>();
    if (in.skip(")")) {
      return values;
    }
    do {
      values.add(in.token(VALUE_ENDS));
    } while (in.skip(","));
    in.require(")");
    return values;
  }

  private static Filter nullTest(Scanner in, String column) {
    return switch (in.word()) {
      case "null" -> new Filter.IsNull(column);
      case "notnull" -> new Filter.Not(new Filter.IsNull(column));
      default -> throw in.expected("null or notnull before");
    };
  }

  /** The column that a caller names. */
  static Column columnOf(Relation relation, String name) {
    return relation.column(name).orElseThrow(() -> unknown(relation, name));
  }

  private static ProblemException unknown(Relation relation, String name) {
    List<String> names = relation.columns().stream().map(Column::name).toList();
    return RestProblem.COLUMN_UNKNOWN.problem(
        "%s has no column %s".formatted(Names.quote(relation.name().name()), Names.quote(name)),
        Names.hint(name, names, "/openapi.json lists all columns"));
  }
}
