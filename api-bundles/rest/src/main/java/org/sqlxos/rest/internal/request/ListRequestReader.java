package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.Selected;

/** Reads the query parameters of a list, a row or a write. */
public final class ListRequestReader {

  /** The names of parameters that are not columns. A column of such a name is reached in and=(). */
  public static final Set<String> RESERVED =
      Set.of("page", "limit", "sort", "select", "and", "or", "total");

  /** What is not a page is not held in memory: as much as a number of rows can be. */
  private static final long MOST_ROWS = Integer.MAX_VALUE;

  private final Relation relation;
  private final RequestLimits limits;
  private final boolean paged;
  private final Map<String, String> single = new HashMap<>();
  private final List<Filter> filters = new ArrayList<>();

  private ListRequestReader(Relation relation, RequestLimits limits, boolean paged) {
    this.relation = relation;
    this.limits = limits;
    this.paged = paged;
  }

  /**
   * All parameters, for a list.
   *
   * @param paged whether the answer is a page, and counted, unless the caller says otherwise; else
   *     it is all rows
   */
  public static ListRequest list(
      List<Parameter> parameters, Relation relation, RequestLimits limits, boolean paged) {
    ListRequestReader reader = new ListRequestReader(relation, limits, paged);
    reader.sort(parameters);
    return reader.request();
  }

  /** The columns wanted of one row: {@code select} is the only parameter. */
  public static List<Selected> selection(List<Parameter> parameters, Relation relation) {
    ListRequestReader reader = new ListRequestReader(relation, RequestLimits.DEFAULT, true);
    for (Parameter parameter : parameters) {
      if (!parameter.name().equals("select")) {
        throw unknown(parameter.name(), Set.of("select"), "a single row takes \"select\" only");
      }
      reader.once(parameter);
    }
    return reader.select();
  }

  /** Which rows to change: nothing but conditions, and at least one. */
  public static Filter filter(List<Parameter> parameters, Relation relation, RequestLimits limits) {
    ListRequestReader reader = new ListRequestReader(relation, limits, true);
    reader.sort(parameters);
    if (!reader.single.isEmpty()) {
      throw unknown(
          reader.single.keySet().iterator().next(), Set.of(), "a write takes conditions only");
    }
    if (reader.filter().equals(Filter.EVERYTHING)) {
      throw RestProblem.FILTER_REQUIRED.problem(
          "a change of all rows needs a condition",
          "say which rows, for instance ?id=in.(1,2); a condition that all rows meet means all");
    }
    return reader.filter();
  }

  /** The columns of {@code on_conflict}, the only parameter; none if it is not there. */
  public static List<String> conflictKey(List<Parameter> parameters, Relation relation) {
    ListRequestReader reader = new ListRequestReader(relation, RequestLimits.DEFAULT, true);
    for (Parameter parameter : parameters) {
      if (!parameter.name().equals("on_conflict")) {
        throw unknown(
            parameter.name(), Set.of("on_conflict"), "a write takes \"on_conflict\" only");
      }
      reader.once(parameter);
    }
    return reader.names("on_conflict", reader.single.get("on_conflict")).stream()
        .map(Order::column)
        .toList();
  }

  /** No parameter, for a write. */
  public static void none(List<Parameter> parameters) {
    if (!parameters.isEmpty()) {
      throw unknown(parameters.getFirst().name(), Set.of(), "a write takes no query parameters");
    }
  }

  private void sort(List<Parameter> parameters) {
    FilterReader reader = new FilterReader(relation, limits);
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      switch (name) {
        case "page", "limit", "sort", "select", "total" -> once(parameter);
        case "and", "or" -> filters.add(reader.group(name, parameter.value()));
        default -> filters.add(reader.column(column(name), parameter.value()));
      }
    }
  }

  private void once(Parameter parameter) {
    if (single.put(parameter.name(), parameter.value()) != null) {
      throw RestProblem.PARAMETER_REPEATED.problem(
          "parameter %s is given more than once".formatted(Names.quote(parameter.name())));
    }
  }

  private Column column(String name) {
    return relation
        .column(name)
        .orElseThrow(
            () -> {
              Set<String> names = new TreeSet<>(RESERVED);
              relation.columns().forEach(column -> names.add(column.name()));
              return unknown(name, names, "parameters are columns and " + new TreeSet<>(RESERVED));
            });
  }

  private static RuntimeException unknown(String name, Set<String> names, String otherwise) {
    return RestProblem.PARAMETER_UNKNOWN.problem(
        "%s is no parameter here".formatted(Names.quote(name)), Names.hint(name, names, otherwise));
  }

  private ListRequest request() {
    return new ListRequest(
        select(), filter(), order(), page(), total() && paged ? Count.EXACT : Count.NONE);
  }

  private Page page() {
    boolean whole = !paged && !single.containsKey("limit") && !single.containsKey("page");
    if (whole) {
      return Page.ALL;
    }
    long limit = number("limit", limits.limitDefault(), paged ? limits.limitMax() : MOST_ROWS);
    long page = number("page", 1, Long.MAX_VALUE / limit);
    return new Page(limit, (page - 1) * limit);
  }

  private Filter filter() {
    return switch (filters.size()) {
      case 0 -> Filter.EVERYTHING;
      case 1 -> filters.getFirst();
      default -> new Filter.And(filters);
    };
  }

  private long number(String name, int absent, long most) {
    String text = single.get(name);
    if (text == null) {
      return absent;
    }
    long number = digits(text);
    if (number < 1 || number > most) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "parameter \"%s\": a whole number from 1 to %d expected, found %s"
              .formatted(name, most, Names.quote(text)));
    }
    return number;
  }

  // Eighteen digits always fit; more are out of bounds anyway.
  private static long digits(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Long.parseLong(text);
  }

  private boolean total() {
    return switch (single.getOrDefault("total", "true")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw RestProblem.PARAMETER_INVALID.problem(
              "parameter \"total\": true or false expected");
    };
  }

  private List<Selected> select() {
    String text = single.get("select");
    if (text == null) {
      return all();
    }
    return Selected.fields(names("select", text).stream().map(Order::column).toList());
  }

  private List<Selected> all() {
    List<Selected> all = new ArrayList<>(relation.columns().size());
    for (Column column : relation.columns()) {
      all.add(new Selected.Field(column.name(), column.name()));
    }
    return all;
  }

  /** As asked for. That pages do not overlap is for who knows what the database can sort by. */
  private List<Order> order() {
    return names("sort", single.get("sort"));
  }

  private List<Order> names(String parameter, @Nullable String text) {
    List<Order> names = new ArrayList<>();
    if (text == null) {
      return names;
    }
    Scanner in = new Scanner(parameter, text);
    boolean sort = parameter.equals("sort");
    do {
      boolean descending = sort && in.skip("-");
      String column = FilterReader.columnOf(relation, in.token(",")).name();
      if (names.stream().anyMatch(part -> part.column().equals(column))) {
        throw RestProblem.PARAMETER_REPEATED.problem(
            "parameter \"%s\" has %s more than once".formatted(parameter, Names.quote(column)));
      }
      names.add(new Order(column, descending));
    } while (in.skip(","));
    in.requireEnd();
    return names;
  }
}
