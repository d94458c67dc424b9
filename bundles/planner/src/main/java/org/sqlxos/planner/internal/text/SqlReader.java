package org.sqlxos.planner.internal.text;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;

/**
 * Reads statements. So that nothing of a statement is passed over, the parts that are understood
 * are put together again: what is not the same then, has more to it and is refused.
 */
record SqlReader(CatalogSnapshot catalog, SqlValues values) {

  SqlReading read(Statement statement) {
    return switch (statement) {
      case PlainSelect select -> new SelectReader(catalog, values).read(select);
      case Insert insert -> new SqlReading.Change(insert(insert));
      case Update update -> new SqlReading.Change(update(update));
      case Delete delete -> new SqlReading.Change(delete(delete));
      default ->
          throw SqlNames.more(
              "Statements of the kind \"%s\" are not served"
                  .formatted(statement.getClass().getSimpleName()));
    };
  }

  static void requireSame(String verb, Object understood, Object statement) {
    if (!understood.toString().equals(statement.toString())) {
      throw SqlNames.more("The " + verb + " has more to it than is served here");
    }
  }

  private Mutation insert(Insert insert) {
    Insert understood = new Insert();
    understood.setTable(insert.getTable());
    understood.setColumns(insert.getColumns());
    understood.setSelect(insert.getSelect());
    requireSame("INSERT", understood, insert);
    if (!(insert.getSelect() instanceof Values written)) {
      throw SqlNames.more("INSERT takes VALUES");
    }
    SqlNames names = names(insert.getTable());
    @Nullable ExpressionList<Column> named = insert.getColumns();
    List<String> columns =
        named == null
            ? names.relation().columns().stream().map(each -> each.name()).toList()
            : named.stream().map(names::column).toList();
    List<List<@Nullable Object>> rows = rows(written);
    if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
      throw SqlProblem.NOT_READ.problem(
          "A row of the INSERT has not as many values as there are columns");
    }
    requireDistinct(columns);
    return new Mutation.Insert(names.relation().name(), columns, rows, List.of());
  }

  private static void requireDistinct(List<String> columns) {
    if (columns.stream().distinct().count() != columns.size()) {
      throw SqlProblem.NOT_READ.problem("A column gets two values");
    }
  }

  /** One row is a list of values, several are a list of such lists. */
  private List<List<@Nullable Object>> rows(Values written) {
    ExpressionList<?> list = written.getExpressions();
    boolean several = list.stream().allMatch(each -> each instanceof ExpressionList<?>);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (several) {
      for (Expression each : list) {
        if (each instanceof ExpressionList<?> row) {
          rows.add(row(row));
        }
      }
    } else {
      rows.add(row(list));
    }
    return rows;
  }

  private List<@Nullable Object> row(ExpressionList<?> list) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Expression each : list) {
      row.add(values.value(each));
    }
    return row;
  }

  private Mutation update(Update update) {
    Update understood = new Update();
    understood.setTable(update.getTable());
    understood.setUpdateSets(update.getUpdateSets());
    understood.setWhere(update.getWhere());
    requireSame("UPDATE", understood, update);
    SqlNames names = names(update.getTable());
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> written = new ArrayList<>();
    for (UpdateSet set : update.getUpdateSets()) {
      if (set.getColumns().size() != 1 || set.getValues().size() != 1) {
        throw SqlNames.more("SET takes one column at a time");
      }
      columns.add(names.column(set.getColumns().getFirst()));
      written.add(values.value(set.getValues().getFirst()));
    }
    requireDistinct(columns);
    return new Mutation.Update(
        names.relation().name(), columns, written, filter(names, update.getWhere()), List.of());
  }

  private Mutation delete(Delete delete) {
    Delete understood = new Delete();
    understood.setTable(delete.getTable());
    understood.setWhere(delete.getWhere());
    requireSame("DELETE", understood, delete);
    SqlNames names = names(delete.getTable());
    return new Mutation.Delete(
        names.relation().name(), filter(names, delete.getWhere()), List.of());
  }

  private SqlNames names(Table table) {
    return SqlNames.of(table, catalog);
  }

  private Filter filter(SqlNames names, @Nullable Expression where) {
    return new SqlConditions(names, values).filter(where);
  }
}
