package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Routine.Argument;
import org.sqlxos.catalog.api.Routine.Kind;
import org.sqlxos.catalog.api.Routine.Shape;
import org.sqlxos.dialect.api.CallSyntax;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType.IntegerType;

/** Writes one call in one dialect: a query that reads from a function, or CALL. */
final class CallCompiler {

  /** What is read of a function that answers nothing. */
  private static final ResultColumn DONE = new ResultColumn("done", new IntegerType(32));

  private final Syntax syntax;
  private final CallSyntax calls;
  private final Call call;
  private final SqlText sql;

  private CallCompiler(Syntax syntax, CallSyntax calls, Call call) {
    this.syntax = syntax;
    this.calls = calls;
    this.call = call;
    this.sql = new SqlText(syntax);
  }

  static TargetStatement compile(Syntax syntax, CatalogSnapshot catalog, Call call) {
    CallSyntax calls =
        syntax
            .calls()
            .orElseThrow(
                () ->
                    PlanProblem.NOT_SERVED.problem(
                        "This database knows no functions that can be called."));
    CallCompiler compiler = new CallCompiler(syntax, calls, call);
    return call.routine().kind() == Kind.PROCEDURE
        ? compiler.procedure()
        : compiler.function(catalog);
  }

  private TargetStatement procedure() {
    sql.add("CALL ");
    invocation();
    return sql.target(answered(), call.writes());
  }

  private TargetStatement function(CatalogSnapshot catalog) {
    return switch (call.routine().answer().shape()) {
      case NOTHING -> read(List.of(DONE), "1");
      case VALUE, ROW -> read(answered(), "");
      case ROWS -> rows(catalog);
    };
  }

  private List<ResultColumn> answered() {
    List<ResultColumn> columns = new ArrayList<>();
    for (Column column : call.routine().answer().columns()) {
      columns.add(new ResultColumn(column.name(), column.type()));
    }
    return columns;
  }

  /**
   * @param expression in place of the columns; empty for these
   */
  private TargetStatement read(List<ResultColumn> columns, String expression) {
    sql.add("SELECT ");
    if (calls.rows().isEmpty()) {
      requireValue();
      invocation();
      sql.add(" ").identifier(columns.getFirst().name()).end(syntax.forms().oneRow());
      return sql.target(columns, call.writes());
    }
    if (expression.isEmpty()) {
      sql.list(columns, column -> sql.column(name(), column.name()));
    } else {
      sql.add(expression);
    }
    from();
    return sql.target(columns, call.writes());
  }

  private void requireValue() {
    if (call.routine().answer().shape() != Shape.VALUE) {
      throw PlanProblem.NOT_SERVED.problem("Functions of this database answer one value only.");
    }
  }

  /** Rows are read as those of a relation, by their names, in the caller's order and page. */
  private TargetStatement rows(CatalogSnapshot catalog) {
    Query query =
        call.rows().orElseThrow(() -> new IllegalStateException("rows are answered to a query"));
    if (!query.plain() || query.count() != Count.NONE || calls.rows().isEmpty()) {
      throw PlanProblem.NOT_SERVED.problem("Rows of functions have columns, and are not counted.");
    }
    QueryCompiler queries = new QueryCompiler(syntax, call.routine().rows(catalog));
    Source source = new Source(queries.relation(call.routine().name()), name());
    sql.add("SELECT ").list(query.columns(), column -> sql.column(name(), column));
    from();
    new FilterText(sql, source).where(query.filter());
    QueryCompiler.order(sql, source, query, false);
    QueryCompiler.page(sql, query.page());
    return sql.target(result(source, query), call.writes());
  }

  private static List<ResultColumn> result(Source source, Query query) {
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 0; i < query.selection().size(); i++) {
      Column column = StatementCompiler.column(source.relation(), query.columns().get(i));
      columns.add(new ResultColumn(query.selection().get(i).name(), column.type()));
    }
    return columns;
  }

  private String name() {
    return call.routine().name().name();
  }

  private void from() {
    sql.add(" ")
        .template(
            calls.rows(), this::invocation, () -> sql.identifier(name()), () -> columnNames());
  }

  /** A function without rows has one column all the same. */
  private void columnNames() {
    List<Column> columns = call.routine().answer().columns();
    if (columns.isEmpty()) {
      sql.identifier(DONE.name());
    } else {
      sql.list(columns, column -> sql.identifier(column.name()));
    }
  }

  private void invocation() {
    sql.relation(call.routine().name()).add("(");
    List<Argument> written =
        call.routine().arguments().stream()
            .filter(argument -> !argument.given() || call.arguments().containsKey(argument.name()))
            .toList();
    if (!calls.named() && written.size() != call.routine().arguments().size()) {
      throw PlanProblem.NOT_SERVED.problem("This database takes all arguments of a function.");
    }
    sql.list(written, this::argument).add(")");
  }

  /** The type is the catalog's own text, not the caller's. */
  private void argument(Argument argument) {
    sql.template(
        calls.argument(),
        () -> sql.identifier(argument.name()),
        () -> {
          if (argument.given()) {
            sql.parameter(call.arguments().get(argument.name()));
          } else {
            sql.add("NULL");
          }
        },
        () -> sql.add(argument.nativeType()));
  }
}
