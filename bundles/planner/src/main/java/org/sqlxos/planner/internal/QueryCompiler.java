package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.IntegerType;

/**
 * Writes one query in one dialect.
 *
 * <p>Hot: every read passes here. It is plain appending to one builder; {@code distribution/bench
 * rest} watches it.
 */
final class QueryCompiler {

  /** The column that a counted query ends with. */
  static final ResultColumn TOTAL = new ResultColumn("total", new IntegerType(64));

  private final Syntax syntax;
  private final CatalogSnapshot catalog;

  QueryCompiler(Syntax syntax, CatalogSnapshot catalog) {
    this.syntax = syntax;
    this.catalog = catalog;
  }

  /** A read. Where it is counted, {@link #TOTAL} is its last column, the same in every row. */
  TargetStatement query(Query query) {
    Source source = Source.of(relation(query.relation()));
    SqlText sql = new SqlText(syntax);
    List<ResultColumn> columns = new ArrayList<>(query.selection().size() + 1);
    EmbedText embeds = new EmbedText(sql, this, source.qualifier());
    sql.add("SELECT ")
        .list(query.selection(), part -> columns.add(selected(sql, source, part, embeds)));
    if (countsWithin(query)) {
      sql.add(", (");
      counting(sql, source, query);
      sql.add(")");
      columns.add(TOTAL);
    }
    Filter filter =
        Filter.both(query.filter(), Keyset.of(source.relation(), query, syntax.forms().nulls()));
    from(sql, source, query.withFilter(filter));
    groups(sql, source, query);
    if (!one(source, query)) {
      order(sql, source, query, !query.page().equals(Page.ALL));
      page(sql, query.page());
    }
    return filtered(sql, filter).target(columns, false);
  }

  private static ResultColumn selected(
      SqlText sql, Source source, Selected selected, EmbedText embeds) {
    return switch (selected) {
      case Selected.Field field -> {
        sql.column(source.qualifier(), field.column());
        yield new ResultColumn(
            field.name(), StatementCompiler.column(source.relation(), field.column()).type());
      }
      case Selected.Aggregate aggregate -> {
        AggregateText.write(sql, source, aggregate);
        yield new ResultColumn(aggregate.name(), AggregateText.type(source, aggregate));
      }
      case Selected.Embed embed -> {
        embeds.write(source, embed);
        yield new ResultColumn(embed.name(), UniversalType.Simple.JSON);
      }
    };
  }

  /** Whether the rows of a counted query carry their total. */
  boolean countsWithin(Query query) {
    return query.count() != Count.NONE && !syntax.lacks(Lack.SUBQUERIES);
  }

  /** The number of rows that a query is about, whatever its page. */
  TargetStatement count(Query query) {
    SqlText sql = new SqlText(syntax);
    counting(sql, Source.of(relation(query.relation())), query);
    return filtered(sql, query.filter()).target(List.of(TOTAL), false);
  }

  private static void counting(SqlText sql, Source source, Query query) {
    if (estimated(sql, source, query)) {
      return;
    }
    if (!query.grouped()) {
      all(sql, source, query);
      return;
    }
    sql.add("SELECT count(*) FROM (SELECT count(*) ").identifier("n");
    from(sql, source, query);
    groups(sql, source, query);
    sql.add(") ").identifier("groups");
  }

  private static void all(SqlText sql, Source source, Query query) {
    sql.add("SELECT count(*)");
    from(sql, source, query);
  }

  /** Statistics know tables, and nothing of filters. */
  private static boolean estimated(SqlText sql, Source source, Query query) {
    String estimate = sql.syntax().forms().estimate();
    Optional<Backslashes> literals = sql.syntax().json().map(JsonSyntax::backslashes);
    if (query.count() != Count.ESTIMATED
        || estimate.isEmpty()
        || literals.isEmpty()
        || query.grouped()
        || query.search().isPresent()
        || !(source.relation() instanceof Table table)
        || !query.filter().equals(Filter.EVERYTHING)) {
      return false;
    }
    RelationName name = table.name();
    sql.add("SELECT COALESCE((")
        .template(
            estimate,
            () -> sql.literal(name.schema(), literals.get()),
            () -> sql.literal(name.name(), literals.get()))
        .add("), (");
    all(sql, source, query);
    sql.add("))");
    return true;
  }

  /** The end of a query that has a filter. */
  static SqlText filtered(SqlText sql, Filter filter) {
    return filter.equals(Filter.EVERYTHING) ? sql : sql.end(sql.syntax().wording().filteredEnd());
  }

  private static void from(SqlText sql, Source source, Query query) {
    sql.add(" FROM ").relation(source.relation().name());
    new FilterText(sql, source.relation()).where(query.filter());
    query
        .search()
        .ifPresent(
            search -> {
              sql.add(query.filter().equals(Filter.EVERYTHING) ? " WHERE " : " AND ");
              new SearchText(sql, source, search).condition();
            });
  }

  /** {@code GROUP BY ... HAVING ...}, where there are aggregates beside what rows share. */
  static void groups(SqlText sql, Source source, Query query) {
    if (!query.grouped()) {
      return;
    }
    sql.require(Lack.GROUPS, "aggregates");
    List<String> columns = query.columns();
    if (!columns.isEmpty()) {
      sql.add(" GROUP BY ").list(columns, column -> sql.column(source.qualifier(), column));
    }
    if (!query.having().equals(Filter.EVERYTHING)) {
      sql.add(" HAVING ");
      FilterText.of(sql, source.qualifier(), (ignored, name) -> answered(sql, source, query, name))
          .condition(query.having());
    }
  }

  /**
   * The order of a query.
   *
   * @param total whether rows that are otherwise equal need an order too: pages overlap without
   */
  static void order(SqlText sql, Source source, Query query, boolean total) {
    List<Order> order = query.order();
    boolean ranked = order.isEmpty() && ranked(sql, source, query);
    if (total && !sql.syntax().lacks(Lack.ORDERED_PAGES)) {
      order = total(source, query);
    }
    if (!order.isEmpty()) {
      sql.add(ranked ? ", " : " ORDER BY ")
          .list(
              order,
              key -> {
                answered(sql, source, query, key.column());
                sql.add(key.descending() ? " DESC" : "");
              });
    } else if (!ranked && !query.page().equals(Page.ALL)) {
      sql.add(sql.syntax().forms().unsortedPage());
    }
  }

  /** What fits best comes first, unless another order is asked for; whether it was written. */
  private static boolean ranked(SqlText sql, Source source, Query query) {
    Optional<SearchText> search =
        query.grouped()
            ? Optional.empty()
            : query
                .search()
                .map(words -> new SearchText(sql, source, words))
                .filter(SearchText::ranks);
    search.ifPresent(
        words -> {
          sql.add(" ORDER BY ");
          words.rank();
          sql.add(" DESC");
        });
    return search.isPresent();
  }

  /** The order, down to what tells all rows apart: the key of a row, all that a group shares. */
  static List<Order> total(Source source, Query query) {
    List<Order> order = new ArrayList<>(query.order());
    if (query.grouped()) {
      for (Selected selected : query.selection()) {
        if (selected instanceof Selected.Field field) {
          addIfAbsent(order, field.name());
        }
      }
      return order;
    }
    for (String column : source.relation().identity().map(Key::columns).orElse(List.of())) {
      addIfAbsent(order, column);
    }
    return order;
  }

  private static void addIfAbsent(List<Order> order, String name) {
    for (Order given : order) {
      if (given.column().equals(name)) {
        return;
      }
    }
    order.add(new Order(name, false));
  }

  /** What a name stands for: a column, or where there are aggregates a name of the selection. */
  private static void answered(SqlText sql, Source source, Query query, String name) {
    if (!query.grouped()) {
      sql.column(source.qualifier(), name);
      return;
    }
    for (Selected selected : query.selection()) {
      if (selected.name().equals(name)) {
        switch (selected) {
          case Selected.Field field -> sql.column(source.qualifier(), field.column());
          case Selected.Aggregate aggregate -> AggregateText.write(sql, source, aggregate);
          case Selected.Embed _ -> throw AggregateText.noRowsInGroups();
        }
        return;
      }
    }
    throw PlanProblem.NOT_IN_CATALOG.problem("\"%s\" is not selected.".formatted(name));
  }

  /**
   * Whether it is about one row at most, by its key: such rows need neither order nor page, and a
   * database makes its plan for the statement without them once.
   */
  private boolean one(Source source, Query query) {
    Page page = query.page();
    return page.limit() > 0
        && page.offset() == 0
        && !query.grouped()
        && !syntax.lacks(Lack.UNIQUE_KEYS)
        && source
            .relation()
            .identity()
            .filter(key -> query.filter().fixedColumns().containsAll(key.columns()))
            .isPresent();
  }

  static void page(SqlText sql, Page page) {
    if (page.equals(Page.ALL)) {
      return;
    }
    if (page.offset() > 0) {
      sql.require(Lack.OFFSET, "page but the first: ask for what follows the last row's key");
    }
    sql.add(" ")
        .template(sql.syntax().limitOffset(), () -> limit(sql, page), () -> offset(sql, page));
  }

  /**
   * The size of a page stands in the text. PostgreSQL, for one, takes a parameter there for a tenth
   * of the rows, finds its plan for that worse than one for the value, and so plans at each
   * execution; of sizes there are few.
   */
  static void limit(SqlText sql, Page page) {
    sql.number(page.limit());
  }

  /** Most pages are the first; the others are many. */
  static void offset(SqlText sql, Page page) {
    if (page.offset() == 0) {
      sql.number(0);
    } else {
      sql.parameter(page.offset());
    }
  }

  Relation relation(RelationName name) {
    return catalog
        .relation(name)
        .orElseThrow(
            () -> PlanProblem.NOT_IN_CATALOG.problem("There is no relation \"" + name + "\"."));
  }
}
