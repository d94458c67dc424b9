package org.sqlxos.planner.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;

/** Reads a SELECT. */
record SelectReader(CatalogSnapshot catalog, SqlValues values) {

  SqlReading read(PlainSelect select) {
    PlainSelect understood = new PlainSelect();
    understood.setSelectItems(select.getSelectItems());
    understood.setFromItem(select.getFromItem());
    understood.setWhere(select.getWhere());
    understood.setOrderByElements(select.getOrderByElements());
    understood.setLimit(select.getLimit());
    understood.setOffset(select.getOffset());
    SqlReader.requireSame("SELECT", understood, select);
    if (!(select.getFromItem() instanceof Table table)) {
      throw SqlNames.more("SELECT takes one table");
    }
    SqlNames names = SqlNames.of(table, catalog);
    return select.getSelectItems().size() == 1
            && select.getSelectItems().getFirst().getExpression() instanceof Function function
        ? count(select, names, function)
        : rows(select, names);
  }

  private SqlReading count(PlainSelect select, SqlNames names, Function function) {
    boolean all = function.toString().toLowerCase(Locale.ROOT).equals("count(*)");
    if (!all || select.getLimit() != null || select.getOffset() != null) {
      throw SqlNames.more("Of functions only COUNT(*) is served here, for all rows");
    }
    if (select.getOrderByElements() != null) {
      throw SqlNames.more("One row has no order");
    }
    SelectItem<?> item = select.getSelectItems().getFirst();
    String first = names.relation().columns().getFirst().name();
    Query query =
        Query.of(names.relation().name(), Selected.fields(List.of(first)))
            .withFilter(new SqlConditions(names, values).filter(select.getWhere()))
            .withPage(new Page(0, 0))
            .withCount(Query.Count.EXACT);
    return new SqlReading.Count(
        query, item.getAlias() == null ? "count" : SqlNames.unquoted(item.getAlias().getName()));
  }

  private SqlReading rows(PlainSelect select, SqlNames names) {
    List<String> shown = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (SelectItem<?> item : select.getSelectItems()) {
      add(item, names, shown, columns);
    }
    Set<String> distinct = new LinkedHashSet<>(columns);
    List<String> asked = List.copyOf(distinct);
    Query query =
        Query.of(names.relation().name(), Selected.fields(asked))
            .withFilter(new SqlConditions(names, values).filter(select.getWhere()))
            .withOrder(order(select.getOrderByElements(), names, new Shown(shown, columns)))
            .withPage(page(select));
    return new SqlReading.Rows(query, shown, columns.stream().map(asked::indexOf).toList());
  }

  private static void add(
      SelectItem<?> item, SqlNames names, List<String> shown, List<String> columns) {
    Expression expression = item.getExpression();
    boolean all =
        switch (expression) {
          case AllTableColumns _ -> throw SqlNames.more("Write * alone, or name the columns");
          case AllColumns every -> every.toString().equals("*");
          default -> false;
        };
    if (all && item.getAlias() == null) {
      names.relation().columns().forEach(each -> shown.add(each.name()));
      names.relation().columns().forEach(each -> columns.add(each.name()));
      return;
    }
    String column = names.column(expression);
    columns.add(column);
    shown.add(item.getAlias() == null ? column : SqlNames.unquoted(item.getAlias().getName()));
  }

  /** The names of the answer, and the columns behind them. */
  private record Shown(List<String> names, List<String> columns) {}

  private static List<Order> order(
      @Nullable List<OrderByElement> elements, SqlNames names, Shown shown) {
    List<Order> order = new ArrayList<>();
    for (OrderByElement each : elements == null ? List.<OrderByElement>of() : elements) {
      if (each.getNullOrdering() != null
          || each.getWithFill() != null
          || each.isMysqlWithRollup()) {
        throw SqlNames.more("ORDER BY takes columns, ASC and DESC");
      }
      order.add(new Order(sorted(each.getExpression(), names, shown), !each.isAsc()));
    }
    return order;
  }

  private static String sorted(Expression by, SqlNames names, Shown shown) {
    if (by instanceof LongValue number) {
      long place = number.getValue();
      if (place < 1 || place > shown.columns().size()) {
        throw SqlProblem.NOT_READ.problem("ORDER BY has the number of a column that is not there");
      }
      return shown.columns().get((int) place - 1);
    }
    if (by instanceof Column column && column.getTable() == null) {
      int alias = shown.names().indexOf(SqlNames.unquoted(column.getColumnName()));
      if (alias >= 0) {
        return shown.columns().get(alias);
      }
    }
    return names.column(by);
  }

  private Page page(PlainSelect select) {
    @Nullable Limit limit = select.getLimit();
    long rows = Long.MAX_VALUE;
    long skipped = 0;
    if (limit != null) {
      if (limit.getByExpressions() != null) {
        throw SqlNames.more("LIMIT BY is not served here");
      }
      if (limit.getRowCount() != null && !limit.isLimitAll() && !limit.isLimitNull()) {
        rows = values.count(limit.getRowCount());
      }
      if (limit.getOffset() != null) {
        skipped = values.count(limit.getOffset());
      }
    }
    if (select.getOffset() != null) {
      skipped = values.count(select.getOffset().getOffset());
    }
    return new Page(rows, skipped);
  }
}
