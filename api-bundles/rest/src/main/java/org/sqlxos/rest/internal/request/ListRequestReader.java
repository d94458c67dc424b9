package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.Selected;

/** Reads the query parameters of a list, a row or a write. */
public final class ListRequestReader {

  /** The names of parameters that are not columns. A column of such a name is reached in and=(). */
  public static final Set<String> RESERVED =
      Set.of("page", "limit", "sort", "select", "and", "or", "total", "cursor");

  private static final Set<String> NO_CONDITIONS =
      Set.of("page", "limit", "sort", "select", "total", "cursor");

  private final CatalogSnapshot catalog;
  private final RequestLimits limits;
  private final boolean paged;
  private final Level root;
  private final FilterReader filters;

  private ListRequestReader(
      Relation relation, CatalogSnapshot catalog, RequestLimits limits, boolean paged) {
    this.catalog = catalog;
    this.limits = limits;
    this.paged = paged;
    this.root = new Level(relation);
    this.filters = new FilterReader(catalog, limits);
  }

  /**
   * All parameters, for a list.
   *
   * @param relation whose rows are listed, in {@code catalog}
   * @param paged whether the answer is a page, and counted, unless the caller says otherwise; else
   *     it is all rows
   */
  public static ListRequest list(
      List<Parameter> parameters,
      Relation relation,
      CatalogSnapshot catalog,
      RequestLimits limits,
      boolean paged) {
    ListRequestReader reader = new ListRequestReader(relation, catalog, limits, paged);
    reader.select(parameters);
    for (Parameter parameter : parameters) {
      reader.sort(reader.root, parameter.name(), parameter);
    }
    return reader.request();
  }

  /** What is wanted of one row: {@code select}, and parameters about rows inside it. */
  public static ListRequest row(
      List<Parameter> parameters,
      Relation relation,
      CatalogSnapshot catalog,
      RequestLimits limits) {
    ListRequestReader reader = new ListRequestReader(relation, catalog, limits, false);
    reader.select(parameters);
    for (Parameter parameter : parameters) {
      if (!parameter.name().equals("select") && reader.root.insideOf(parameter.name()).isEmpty()) {
        throw unknown(parameter.name(), Set.of("select"), "a single row takes \"select\" only");
      }
      reader.sort(reader.root, parameter.name(), parameter);
    }
    return reader.request();
  }

  /** Which rows to change: nothing but conditions, and at least one. */
  public static Filter filter(
      List<Parameter> parameters,
      Relation relation,
      CatalogSnapshot catalog,
      RequestLimits limits) {
    Filter filter = conditions(parameters, relation, catalog, limits);
    if (filter.equals(Filter.EVERYTHING)) {
      throw RestProblem.FILTER_REQUIRED.problem(
          "a change of all rows needs a condition",
          "say which rows, for instance ?id=in.(1,2); a condition that all rows meet means all");
    }
    return filter;
  }

  /** Nothing but conditions. */
  public static Filter conditions(
      List<Parameter> parameters,
      Relation relation,
      CatalogSnapshot catalog,
      RequestLimits limits) {
    ListRequestReader reader = new ListRequestReader(relation, catalog, limits, true);
    for (Parameter parameter : parameters) {
      if (NO_CONDITIONS.contains(parameter.name())) {
        throw unknown(parameter.name(), Set.of(), "only conditions are taken here");
      }
      reader.sort(reader.root, parameter.name(), parameter);
    }
    return reader.root.filter();
  }

  /** The columns of {@code on_conflict}, the only parameter; none if it is not there. */
  public static List<String> conflictKey(List<Parameter> parameters, Relation relation) {
    List<String> columns = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (!parameter.name().equals("on_conflict")) {
        throw unknown(
            parameter.name(), Set.of("on_conflict"), "a write takes \"on_conflict\" only");
      }
      if (!columns.isEmpty()) {
        throw RestProblem.PARAMETER_REPEATED.problem(
            "parameter \"on_conflict\" is given more than once");
      }
      Scanner in = new Scanner("on_conflict", parameter.value());
      do {
        String column = FilterReader.columnOf(relation, in.token(",")).name();
        if (columns.contains(column)) {
          throw RestProblem.PARAMETER_REPEATED.problem(
              "parameter \"on_conflict\" has %s more than once".formatted(Names.quote(column)));
        }
        columns.add(column);
      } while (in.skip(","));
      in.requireEnd();
    }
    return columns;
  }

  /** No parameter, for a write. */
  public static void none(List<Parameter> parameters) {
    if (!parameters.isEmpty()) {
      throw unknown(parameters.getFirst().name(), Set.of(), "a write takes no query parameters");
    }
  }

  /** What is wanted comes first, wherever it stands: it tells what the other names mean. */
  private void select(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals("select") && root.names().isEmpty()) {
        new SelectReader(catalog, limits).read(parameter.value(), root);
      }
    }
    if (root.names().isEmpty()) {
      root.addAll();
    }
  }

  /**
   * @param name the parameter's within the level
   */
  private void sort(Level level, String name, Parameter parameter) {
    Optional<Column> column = level.relation().column(name);
    switch (name) {
      case "page", "limit", "sort" -> level.once(name, parameter);
      case "select", "total", "cursor" -> {
        if (level != root) {
          throw unknown(parameter.name(), Set.of(), "that is for all of the answer");
        }
        level.once(name, parameter);
      }
      case "and", "or" -> level.add(filters.group(level.relation(), name, parameter.value()));
      default -> {
        Optional<Map.Entry<String, Level.Inside>> inside =
            column.isPresent() ? Optional.empty() : level.insideOf(name);
        if (inside.isPresent()) {
          String rest = name.substring(inside.get().getKey().length() + 1);
          sort(inside.get().getValue().level(), rest, parameter);
        } else if (column.isEmpty() && level.aggregates(name)) {
          level.addHaving(filters.having(name, parameter.value()));
        } else {
          level.add(filter(level, name, parameter));
        }
      }
    }
  }

  private Filter filter(Level level, String name, Parameter parameter) {
    Relation relation = level.relation();
    return filters
        .tested(relation, name, parameter.value())
        .orElseThrow(
            () -> {
              Set<String> names = new TreeSet<>(RESERVED);
              relation.columns().forEach(column -> names.add(column.name()));
              return unknown(
                  parameter.name(), names, "parameters are columns and " + new TreeSet<>(RESERVED));
            });
  }

  private static RuntimeException unknown(String name, Set<String> names, String otherwise) {
    return RestProblem.PARAMETER_UNKNOWN.problem(
        "%s is no parameter here".formatted(Names.quote(name)), Names.hint(name, names, otherwise));
  }

  private ListRequest request() {
    PageReader pages = new PageReader(root, limits);
    String cursor = root.single("cursor");
    if (cursor != null) {
      return continued(pages, cursor);
    }
    boolean whole = !paged && root.single("limit") == null && root.single("page") == null;
    Page page = whole ? Page.ALL : pages.page(paged ? limits.limitMax() : PageReader.MOST_ROWS);
    return request(
        root.selection(this::embed), pages.order(), page, paged ? count(Count.EXACT) : Count.NONE);
  }

  private ListRequest request(List<Selected> selection, List<Order> order, Page page, Count count) {
    return new ListRequest(
        selection, root.filter(), root.having(), order, page, count, Optional.empty());
  }

  /** A page behind a row. How many rows there are is counted if that is asked for only. */
  private ListRequest continued(PageReader pages, String cursor) {
    if (!paged || root.single("page") != null || root.grouped()) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "parameter \"cursor\" goes on with a list of rows in JSON that has no page numbers");
    }
    List<Order> order = Continued.total(pages.order(), root.relation());
    List<Selected> selection = root.selection(this::embed);
    Continued continued = Continued.of(order, selection, pages.limit(limits.limitMax()), cursor);
    Optional<RowCursor> behind =
        cursor.isEmpty() ? Optional.empty() : Optional.of(RowCursor.read(cursor, order));
    return request(selection, order, continued.page(behind), count(Count.NONE))
        .withContinued(continued);
  }

  private Selected embed(String name, Level.Inside inside) {
    Level level = inside.level();
    PageReader pages = new PageReader(level, limits);
    Query query =
        Query.of(level.relation().name(), level.selection(this::embed))
            .withFilter(level.filter())
            .withHaving(level.having())
            .withOrder(pages.order())
            .withPage(pages.inside());
    return new Selected.Embed(name, inside.way().step(), inside.way().relationship(), query);
  }

  private Count count(Count absent) {
    String total = root.single("total");
    return switch (total) {
      case null -> absent;
      case "true" -> Count.EXACT;
      case "estimated" -> Count.ESTIMATED;
      case "false" -> Count.NONE;
      default ->
          throw RestProblem.PARAMETER_INVALID.problem(
              "parameter \"total\": true, false or estimated expected");
    };
  }
}
