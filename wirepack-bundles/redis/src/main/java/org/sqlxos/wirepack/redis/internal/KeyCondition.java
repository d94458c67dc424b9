package org.sqlxos.wirepack.redis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.dialect.api.PlanRefusal;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;

/**
 * What a filter says of keys, as far as the database can look for it: keys and members that are
 * named, a pattern of keys. Every row that the filter is true of is among them.
 */
final class KeyCondition {

  private final KeyTable table;
  private Optional<List<Object>> keys = Optional.empty();
  private Optional<List<Object>> members = Optional.empty();
  private String pattern = "";

  private KeyCondition(KeyTable table) {
    this.table = table;
  }

  static KeyCondition of(KeyTable table, Filter filter) {
    KeyCondition condition = new KeyCondition(table);
    condition.add(filter);
    refuseRelated(filter);
    return condition;
  }

  private static void refuseRelated(Filter filter) {
    switch (filter) {
      case Filter.And and -> and.parts().forEach(KeyCondition::refuseRelated);
      case Filter.Or or -> or.parts().forEach(KeyCondition::refuseRelated);
      case Filter.Not not -> refuseRelated(not.part());
      case Filter.Related _ ->
          throw PlanRefusal.NOT_SAID.problem("Keys have no relationships to filter by");
      case Filter.Compare _, Filter.In _, Filter.Like _, Filter.IsNull _ -> {}
    }
  }

  private void add(Filter filter) {
    switch (filter) {
      case Filter.And and -> and.parts().forEach(this::add);
      case Filter.Compare compare -> {
        if (compare.comparison() == Comparison.EQUAL) {
          named(compare.column(), List.of(compare.value()));
        }
      }
      case Filter.In in -> named(in.column(), in.values());
      case Filter.Like like -> {
        if (like.column().equals("key") && !like.ignoreCase()) {
          pattern = glob(like.pattern());
        }
      }
      case Filter.Or _, Filter.Not _, Filter.IsNull _, Filter.Related _ -> {}
    }
  }

  private void named(String column, List<Object> values) {
    List<Object> distinct = List.copyOf(new java.util.LinkedHashSet<>(values));
    if (column.equals("key") && keys.isEmpty()) {
      keys = Optional.of(distinct);
    } else if (table.identity().size() > 1
        && column.equals(table.identity().get(1))
        && members.isEmpty()) {
      members = Optional.of(distinct);
    }
  }

  /** The database's own pattern; its special characters lose their meaning by a backslash. */
  private static String glob(String pattern) {
    StringBuilder glob = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      if ("?[]\\^-".indexOf(c) >= 0) {
        glob.append('\\');
      }
      glob.append(c);
    }
    return glob.toString();
  }

  /** The keys that come into question; absent if any may. */
  Optional<List<Object>> keys() {
    return keys;
  }

  /** The members of keys that come into question; none if any may. */
  List<Object> members() {
    return members.orElse(List.of());
  }

  /** The pattern of keys; empty for any. */
  String pattern() {
    return pattern;
  }

  /** Whether no row can fit. */
  boolean never() {
    return keys.filter(List::isEmpty).isPresent() || members.filter(List::isEmpty).isPresent();
  }

  /**
   * The one row that a filter names.
   *
   * @throws org.sqlxos.problem.api.ProblemException if it says anything else
   */
  static List<Object> row(KeyTable table, Filter filter) {
    List<Filter> parts = filter instanceof Filter.And and ? and.parts() : List.of(filter);
    List<Object> row = new ArrayList<>();
    for (String column : table.identity()) {
      parts.stream()
          .filter(
              part ->
                  part instanceof Filter.Compare compare
                      && compare.comparison() == Comparison.EQUAL
                      && compare.column().equals(column))
          .findFirst()
          .ifPresent(part -> row.add(((Filter.Compare) part).value()));
    }
    if (row.size() != table.identity().size() || parts.size() != row.size()) {
      throw PlanRefusal.NOT_SAID.problem(
          "Rows are changed and deleted one at a time, by %s"
              .formatted(String.join(" and ", table.identity())));
    }
    return row;
  }
}
