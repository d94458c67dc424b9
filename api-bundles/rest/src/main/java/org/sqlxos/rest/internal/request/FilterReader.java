package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.problem.api.ProblemException;

/**
 * Reads the filters of one request. Counts its conditions: one reader a request.
 *
 * <pre>{@code
 * parameter = column "=" test                     the value of a comparison goes to the end
 *           | ("and" | "or") "=" group
 * group     = "(" part *("," part) ")"
 * part      = ["not."] ("and" | "or") group
 *           | name "." test                       a value goes to the next comma or parenthesis
 * test      = ["not."] ( comparison "." value | "in.(" [value *("," value)] ")"
 *                      | "is.null" | "is.notnull" )
 * name, value = text without delimiters | '"' text with \" and \\ '"'
 * }</pre>
 */
final class FilterReader {

  private static final String VALUE_ENDS = ",)";
  private static final String NAME_ENDS = ".,()";

  private final Relation relation;
  private final RequestLimits limits;
  private int conditions;

  FilterReader(Relation relation, RequestLimits limits) {
    this.relation = relation;
    this.limits = limits;
  }

  /** The parameter {@code column=test}. */
  Filter column(Column column, String text) {
    Scanner in = new Scanner(column.name(), text);
    Filter filter = test(in, column, false);
    in.requireEnd();
    return filter;
  }

  /** The parameter {@code and=(...)} or {@code or=(...)}. */
  Filter group(String word, String text) {
    Scanner in = new Scanner(word, text);
    in.require("(");
    Filter filter = group(in, word.equals("or"), 1);
    in.requireEnd();
    return filter;
  }

  private Filter group(Scanner in, boolean any, int depth) {
    if (depth > limits.depthMax()) {
      throw RestProblem.FILTER_TOO_DEEP.problem(
          "at most %d groups inside each other are allowed".formatted(limits.depthMax()));
    }
    List<Filter> parts = new ArrayList<>();
    do {
      parts.add(part(in, depth));
    } while (in.skip(","));
    in.require(")");
    return any ? new Filter.Or(parts) : new Filter.And(parts);
  }

  private Filter part(Scanner in, int depth) {
    if (in.skip("and(")) {
      return group(in, false, depth + 1);
    }
    if (in.skip("or(")) {
      return group(in, true, depth + 1);
    }
    if (in.skip("not.and(")) {
      return new Filter.Not(group(in, false, depth + 1));
    }
    if (in.skip("not.or(")) {
      return new Filter.Not(group(in, true, depth + 1));
    }
    if (in.atEnd() || in.atAny(NAME_ENDS)) {
      throw in.expected("a condition such as column.eq.value");
    }
    Column column = columnOf(relation, in.token(NAME_ENDS));
    in.require(".");
    return test(in, column, true);
  }

  private Filter test(Scanner in, Column column, boolean inGroup) {
    conditions++;
    if (conditions > limits.conditionsMax()) {
      throw RestProblem.TOO_MANY_CONDITIONS.problem(
          "at most %d conditions are allowed".formatted(limits.conditionsMax()),
          "in.(a,b,c) is one condition, however many values it has");
    }
    boolean negated = in.skip("not.");
    Filter filter = positive(in, column.name(), operator(in, column.name()), inGroup);
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
