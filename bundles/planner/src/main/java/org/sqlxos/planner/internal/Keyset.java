package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.Syntax.Nulls;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Query;
import org.sqlxos.type.api.UniversalType.FloatType;

/**
 * Which rows follow another one, by the values that it is sorted by. Such a page costs what it
 * holds, wherever it is, and rows that come or go before it do not move it.
 *
 * @param order what tells all rows apart
 * @param values of the row that is followed, one for each part of the order
 * @param nulls where NULL stands, if that is known
 */
record Keyset(
    Relation relation, List<Order> order, List<@Nullable Object> values, Optional<Nulls> nulls) {

  /** The filter of a query's page; all rows where it follows none. */
  static Filter of(Relation relation, Query query, Optional<Nulls> nulls) {
    List<@Nullable Object> after = query.page().after();
    if (after.isEmpty()) {
      return Filter.EVERYTHING;
    }
    if (query.grouped() || after.size() != query.order().size()) {
      throw PlanProblem.NOT_SERVED.problem(
          "A page follows a row by what rows are sorted by, and groups are not rows.");
    }
    return new Keyset(relation, query.order(), after, nulls).filter();
  }

  /** {@code a > 1 OR a = 1 AND (b > 2 OR ...)}, with what an index can begin with before it. */
  private Filter filter() {
    List<Filter> ways = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Optional<Filter> beyond = beyond(i, Comparison.GREATER);
      if (beyond.isPresent()) {
        List<Filter> way = new ArrayList<>();
        for (int equal = 0; equal < i; equal++) {
          way.add(Filter.equal(List.of(column(equal)), singleton(comparable(equal))));
        }
        way.add(beyond.get());
        ways.add(way.size() == 1 ? way.getFirst() : new Filter.And(way));
      }
    }
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    Filter either = new Filter.Or(ways);
    return beyond(0, Comparison.GREATER_OR_EQUAL)
        .filter(Filter.Compare.class::isInstance)
        .map(bound -> Filter.both(bound, either))
        .orElse(either);
  }

  /** What comes later by the part {@code i} alone; nothing where its value is the last there is. */
  private Optional<Filter> beyond(int i, Comparison ascending) {
    boolean descending = order.get(i).descending();
    String column = column(i);
    boolean nullable = StatementCompiler.column(relation, column).nullable();
    boolean nullsLast = nullable && (nulls(column) == Nulls.HIGHEST) != descending;
    Object value = comparable(i);
    if (value == null) {
      return nullsLast ? Optional.empty() : Optional.of(new Filter.Not(new Filter.IsNull(column)));
    }
    Filter further =
        new Filter.Compare(column, descending ? opposite(ascending) : ascending, value);
    return Optional.of(
        nullsLast ? new Filter.Or(List.of(further, new Filter.IsNull(column))) : further);
  }

  /**
   * A column of single precision is compared as what it is in double precision: 0.1 is not among
   * its values, and a page would follow itself.
   */
  private @Nullable Object comparable(int i) {
    boolean single =
        StatementCompiler.column(relation, column(i)).type() instanceof FloatType type
            && type.bits() == Float.SIZE;
    return values.get(i) instanceof Number number && single
        ? (Object) (double) number.floatValue()
        : values.get(i);
  }

  private static Comparison opposite(Comparison comparison) {
    return comparison == Comparison.GREATER ? Comparison.LESS : Comparison.LESS_OR_EQUAL;
  }

  private Nulls nulls(String column) {
    return nulls.orElseThrow(
        () ->
            PlanProblem.NOT_SERVED.problem(
                "It is not known where this database sorts NULL, which \"%s\" may be."
                    .formatted(column),
                "Sort by columns that are never NULL, or use pages."));
  }

  private String column(int i) {
    return order.get(i).column();
  }

  private static List<@Nullable Object> singleton(@Nullable Object value) {
    return java.util.Collections.singletonList(value);
  }
}
