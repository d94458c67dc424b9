package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Write;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;

/**
 * Writes one statement in one dialect.
 *
 * <p>Hot: every write passes here. It is plain appending to one builder; {@code distribution/bench
 * rest} watches it.
 */
final class StatementCompiler {

  private static final Runnable NOTHING = () -> {};

  private final Syntax syntax;
  private final QueryCompiler queries;

  StatementCompiler(Syntax syntax, CatalogSnapshot catalog) {
    this.syntax = syntax;
    this.queries = new QueryCompiler(syntax, catalog);
  }

  /** The same for reads. */
  QueryCompiler queries() {
    return queries;
  }

  /** A read whose rows nobody else changes until the transaction ends. */
  TargetStatement locked(Query query) {
    TargetStatement read = queries.query(query);
    String lock = syntax.lockRows();
    return lock.isEmpty()
        ? read
        : new TargetStatement(
            read.text() + " " + lock, read.parameters(), read.columns(), read.writes());
  }

  /** What has to run in place of a change whose rows the database does not count. */
  Optional<Mutation> telling(Mutation mutation) {
    return syntax.lacks(Lack.CHANGE_COUNTS)
        ? UncountedChange.telling(mutation, queries.relation(mutation.relation()))
        : Optional.empty();
  }

  TargetStatement mutation(Mutation mutation) {
    Relation relation = queries.relation(mutation.relation());
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

  private static void where(SqlText sql, Relation relation, Filter filter) {
    new FilterText(sql, relation).where(filter);
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
