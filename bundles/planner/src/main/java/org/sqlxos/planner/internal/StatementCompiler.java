package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Write;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType.IntegerType;

/**
 * Writes one structured statement in one dialect.
 *
 * <p>Hot: every operation passes here. It is plain appending to one builder; {@code
 * distribution/bench rest} watches it.
 */
final class StatementCompiler {

  /** The column that a counted query ends with. */
  static final ResultColumn TOTAL = new ResultColumn("total", new IntegerType(64));

  private static final Runnable NOTHING = () -> {};

  private final Syntax syntax;
  private final CatalogSnapshot catalog;

  StatementCompiler(Syntax syntax, CatalogSnapshot catalog) {
    this.syntax = syntax;
    this.catalog = catalog;
  }

  /** A read. Where it is counted, {@link #TOTAL} is its last column, the same in every row. */
  TargetStatement query(Query query) {
    Relation relation = relation(query.relation());
    SqlText sql = new SqlText(syntax);
    List<ResultColumn> columns = new ArrayList<>(query.selection().size() + 1);
    sql.add("SELECT ").list(query.selection(), part -> selected(sql, relation, part, columns));
    if (countsWithin(query)) {
      sql.add(", (SELECT count(*)");
      from(sql, relation, query.filter());
      sql.add(")");
      columns.add(TOTAL);
    }
    from(sql, relation, query.filter());
    order(sql, relation, query);
    if (!query.page().equals(Page.ALL)) {
      if (query.page().offset() > 0) {
        sql.require(Lack.OFFSET, "page but the first: ask for what follows the last row's key");
      }
      sql.add(" ")
          .template(
              syntax.limitOffset(),
              () -> sql.parameter(query.page().limit()),
              () -> sql.parameter(query.page().offset()));
    }
    return filtered(sql, query.filter()).target(columns, false);
  }

  private static void selected(
      SqlText sql, Relation relation, Selected selected, List<ResultColumn> columns) {
    switch (selected) {
      case Selected.Field field -> {
        sql.column(relation.name().name(), field.column());
        columns.add(new ResultColumn(field.name(), column(relation, field.column()).type()));
      }
      case Selected.Embed _ -> throw PlanProblem.NOT_SERVED.problem("No related rows in rows yet.");
      case Selected.Aggregate _ -> throw PlanProblem.NOT_SERVED.problem("No aggregates yet.");
    }
  }

  /** Whether the rows of a counted query carry their total. */
  boolean countsWithin(Query query) {
    return query.count() != Count.NONE && !syntax.lacks(Lack.SUBQUERIES);
  }

  /** The end of a query that has a filter. */
  static SqlText filtered(SqlText sql, Filter filter) {
    return filter.equals(Filter.EVERYTHING) ? sql : sql.end(sql.syntax().wording().filteredEnd());
  }

  /** A read whose rows nobody else changes until the transaction ends. */
  TargetStatement locked(Query query) {
    TargetStatement read = query(query);
    String lock = syntax.lockRows();
    return lock.isEmpty()
        ? read
        : new TargetStatement(
            read.text() + " " + lock, read.parameters(), read.columns(), read.writes());
  }

  /** The number of rows that a query is about, whatever its page. */
  TargetStatement count(Query query) {
    SqlText sql = new SqlText(syntax);
    sql.add("SELECT count(*)");
    from(sql, relation(query.relation()), query.filter());
    return filtered(sql, query.filter()).target(List.of(TOTAL), false);
  }

  /** What has to run in place of a change whose rows the database does not count. */
  Optional<Mutation> telling(Mutation mutation) {
    return syntax.lacks(Lack.CHANGE_COUNTS)
        ? UncountedChange.telling(mutation, relation(mutation.relation()))
        : Optional.empty();
  }

  TargetStatement mutation(Mutation mutation) {
    Relation relation = relation(mutation.relation());
    if (mutation.returning().isEmpty()) {
      return write(relation, mutation).target(List.of(), true);
    }
    if (syntax.returned().by().contains(kind(mutation))) {
      return returning(relation, mutation);
    }
    if (syntax.readBack().isPresent()) {
      return new ReadBackCompiler(this, relation).mutation(mutation);
    }
    throw PlanProblem.NOT_SERVED.problem("This database does not return the rows it changes.");
  }

  private TargetStatement returning(Relation relation, Mutation mutation) {
    List<String> names = mutation.returning();
    SqlText sql = new SqlText(syntax);
    switch (syntax.returned().form()) {
      case RETURNING -> {
        write(sql, relation, mutation, List.of());
        sql.add(" RETURNING ").list(names, sql::identifier);
      }
      case OUTPUT -> write(sql, relation, mutation, names);
      case FINAL_TABLE -> {
        String table = kind(mutation) == Write.DELETE ? "OLD TABLE (" : "FINAL TABLE (";
        sql.add("SELECT ").list(names, sql::identifier).add(" FROM ").add(table);
        write(sql, relation, mutation, List.of());
        sql.add(")");
      }
    }
    return sql.target(result(relation, names), true);
  }

  private static Write kind(Mutation mutation) {
    return switch (mutation) {
      case Mutation.Insert _ -> Write.INSERT;
      case Mutation.Update _ -> Write.UPDATE;
      case Mutation.Delete _ -> Write.DELETE;
    };
  }

  /** A mutation that returns nothing. */
  SqlText write(Relation relation, Mutation mutation) {
    SqlText sql = new SqlText(syntax);
    write(sql, relation, mutation, List.of());
    return sql;
  }

  /**
   * @param output the columns to be returned by a clause in the middle of the statement
   */
  private void write(SqlText sql, Relation relation, Mutation mutation, List<String> output) {
    switch (mutation) {
      case Mutation.Insert insert -> insert(sql, relation, insert, output);
      case Mutation.Update update -> update(sql, relation, update, output);
      case Mutation.Delete delete -> {
        sql.template(syntax.wording().delete(), () -> sql.relation(relation.name()), NOTHING);
        output(sql, " OUTPUT DELETED.", output);
        where(sql, relation, delete.filter());
        sql.end(syntax.wording().changeEnd());
      }
    }
  }

  private static void output(SqlText sql, String row, List<String> names) {
    String separator = row;
    for (String name : names) {
      sql.add(separator).identifier(name);
      separator = "," + row.substring(" OUTPUT".length());
    }
  }

  SqlText sql() {
    return new SqlText(syntax);
  }

  private void insert(SqlText sql, Relation relation, Mutation.Insert insert, List<String> output) {
    if (insert.rows().size() > 1) {
      sql.require(Lack.SEVERAL_ROWS, "insert of several rows at once. Send the rows one by one");
    }
    sql.add("INSERT INTO ").relation(relation.name());
    if (insert.columns().isEmpty() && insert.rows().size() > 1) {
      insertRows(sql, relation, defaults(relation, insert), output);
      return;
    }
    if (insert.columns().isEmpty()) {
      output(sql, " OUTPUT INSERTED.", output);
      sql.add(" ").add(syntax.defaultValues());
      return;
    }
    insertRows(sql, relation, insert, output);
  }

  private void insertRows(
      SqlText sql, Relation relation, Mutation.Insert insert, List<String> output) {
    List<Column> columns = columns(relation, insert.columns());
    sql.add(" (").list(columns, column -> sql.identifier(column.name())).add(")");
    output(sql, " OUTPUT INSERTED.", output);
    sql.add(" VALUES ").list(insert.rows(), row -> row(sql, columns, row));
    new UpsertText(sql, relation, insert).write();
    sql.end(syntax.wording().insertEnd());
  }

  private void row(SqlText sql, List<Column> columns, List<@Nullable Object> row) {
    String separator = "(";
    for (int i = 0; i < columns.size(); i++) {
      sql.add(separator);
      value(sql, columns.get(i), row.get(i));
      separator = ", ";
    }
    sql.add(")");
  }

  /** Rows of nothing but defaults, which no database has words for but one by one. */
  private static Mutation.Insert defaults(Relation relation, Mutation.Insert insert) {
    String any =
        relation.columns().stream()
            .filter(Column::writable)
            .findFirst()
            .map(Column::name)
            .orElseThrow(
                () ->
                    PlanProblem.NOT_SERVED.problem(
                        "\"%s\" has no column that takes values.".formatted(relation.name())));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    insert.rows().forEach(_ -> rows.add(List.<@Nullable Object>of(Default.DEFAULT)));
    return insert.withRows(List.of(any), rows);
  }

  private void update(SqlText sql, Relation relation, Mutation.Update update, List<String> output) {
    Mutation.Update said =
        syntax.lacks(Lack.KEY_CHANGES) ? new KeptKey(relation).of(update) : update;
    List<Column> columns = columns(relation, said.columns());
    sql.template(
        syntax.wording().update(),
        () -> sql.relation(relation.name()),
        () -> assignments(sql, columns, said.values()));
    output(sql, " OUTPUT INSERTED.", output);
    where(sql, relation, said.filter());
    sql.end(syntax.wording().changeEnd());
  }

  private void assignments(SqlText sql, List<Column> columns, List<@Nullable Object> values) {
    String separator = "";
    for (int i = 0; i < columns.size(); i++) {
      sql.add(separator).identifier(columns.get(i).name()).add(" = ");
      value(sql, columns.get(i), values.get(i));
      separator = ", ";
    }
  }

  private void value(SqlText sql, Column column, @Nullable Object value) {
    if (value == Default.DEFAULT) {
      sql.add(defaultOf(column));
    } else {
      sql.parameter(value, Optional.of(column));
    }
  }

  // The expression is the schema's own text, not the caller's.
  private String defaultOf(Column column) {
    return syntax.defaultKeyword()
        ? "DEFAULT"
        : column.defaultExpression().map(expression -> "(" + expression + ")").orElse("NULL");
  }

  static void from(SqlText sql, Relation relation, Filter filter) {
    sql.add(" FROM ").relation(relation.name());
    where(sql, relation, filter);
  }

  private static void where(SqlText sql, Relation relation, Filter filter) {
    new FilterText(sql, relation).where(filter);
  }

  private static void order(SqlText sql, Relation relation, Query query) {
    List<Order> order = new ArrayList<>(query.order());
    if (!query.page().equals(Page.ALL) && !sql.syntax().lacks(Lack.ORDERED_PAGES)) {
      // Without a total order the pages of a list overlap: the key decides between rows that are
      // otherwise equal.
      relation.identity().map(Key::columns).orElse(List.of()).stream()
          .filter(column -> order.stream().noneMatch(given -> given.column().equals(column)))
          .map(column -> new Order(column, false))
          .toList()
          .forEach(order::add);
    }
    if (!order.isEmpty()) {
      sql.add(" ORDER BY ")
          .list(
              order,
              key ->
                  sql.column(relation.name().name(), key.column())
                      .add(key.descending() ? " DESC" : ""));
    } else if (!query.page().equals(Page.ALL)) {
      sql.add(sql.syntax().forms().unsortedPage());
    }
  }

  private Relation relation(RelationName name) {
    return catalog
        .relation(name)
        .orElseThrow(
            () -> PlanProblem.NOT_IN_CATALOG.problem("There is no relation \"" + name + "\"."));
  }

  private static List<Column> columns(Relation relation, List<String> names) {
    List<Column> columns = new ArrayList<>(names.size());
    for (String name : names) {
      columns.add(column(relation, name));
    }
    return columns;
  }

  static Column column(Relation relation, String name) {
    return relation
        .column(name)
        .orElseThrow(
            () ->
                PlanProblem.NOT_IN_CATALOG.problem(
                    "\"%s\" has no column \"%s\".".formatted(relation.name(), name)));
  }

  static List<ResultColumn> result(Relation relation, List<String> names) {
    List<ResultColumn> result = new ArrayList<>(names.size() + 1);
    for (Column column : columns(relation, names)) {
      result.add(new ResultColumn(column.name(), column.type()));
    }
    return result;
  }
}
