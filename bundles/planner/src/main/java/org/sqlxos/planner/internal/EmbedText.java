package org.sqlxos.planner.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Rows;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;

/**
 * Writes related rows as a subquery that is one value: the JSON text of an object or an array. What
 * is related to them in turn is a subquery within it.
 */
final class EmbedText {

  private static final String TEXT = "json";

  private final SqlText sql;
  private final QueryCompiler compiler;
  private final String outermost;
  private int aliases;

  /**
   * @param outermost the name before the columns of the outermost query, which no alias may hide
   */
  EmbedText(SqlText sql, QueryCompiler compiler, String outermost) {
    this.sql = sql;
    this.compiler = compiler;
    this.outermost = outermost;
  }

  /** The rows that are related to the row of {@code outer}. */
  void write(Source outer, Selected.Embed embed) {
    JsonSyntax json =
        sql.syntax()
            .json()
            .orElseThrow(
                () ->
                    PlanProblem.NOT_SERVED.problem(
                        "This database has no related rows inside rows.",
                        "Read them by their own path."));
    Source rows = new Source(compiler.relation(embed.query().relation()), freshAlias());
    sql.add("(SELECT ");
    if (!embed.many()) {
      if (embed.query().grouped()) {
        throw PlanProblem.NOT_SERVED.problem(
            "\"%s\" is one row at most, of which there are no aggregates.".formatted(embed.name()));
      }
      object(json, rows, embed.query());
      related(outer, rows, embed);
    } else {
      switch (json.rows()) {
        case Rows.Selected selected -> selected(selected, new Reading(json, outer, rows, embed));
        case Rows.Aggregated cut -> aggregated(cut, new Reading(json, outer, rows, embed));
      }
    }
    sql.add(")");
  }

  /** One embed being written. */
  private record Reading(JsonSyntax json, Source outer, Source rows, Selected.Embed embed) {

    Query query() {
      return embed.query();
    }
  }

  private void selected(Rows.Selected form, Reading reading) {
    String alias = freshAlias();
    sql.template(form.array(), () -> sql.column(alias, TEXT)).add(" FROM (SELECT ");
    if (reading.query().grouped()) {
      groups(reading);
    } else {
      object(reading.json(), reading.rows(), reading.query());
      sql.add(" ").identifier(TEXT);
      sorted(reading);
    }
    sql.add(") ").identifier(alias);
  }

  /** Groups are made before their texts: a template may hold queries, which know no aggregates. */
  private void groups(Reading reading) {
    String alias = freshAlias();
    List<Selected> selection = reading.query().selection();
    object(reading.json(), reading.rows(), reading.query(), i -> () -> sql.column(alias, "c" + i));
    sql.add(" ").identifier(TEXT).add(" FROM (SELECT ");
    for (int i = 0; i < selection.size(); i++) {
      sql.add(i == 0 ? "" : ", ");
      expression(reading.rows(), selection.get(i));
      sql.add(" ").identifier("c" + i);
    }
    sorted(reading);
    sql.add(") ").identifier(alias);
  }

  private void sorted(Reading reading) {
    related(reading.outer(), reading.rows(), reading.embed());
    QueryCompiler.groups(sql, reading.rows(), reading.query());
    QueryCompiler.order(sql, reading.rows(), reading.query(), true);
    QueryCompiler.page(sql, reading.query().page());
  }

  private void aggregated(Rows.Aggregated form, Reading reading) {
    Query query = reading.query();
    Page page = query.page();
    if (query.grouped()) {
      one(reading);
      return;
    }
    sql.template(
        page.equals(Page.ALL) ? form.array() : form.page(),
        () -> object(reading.json(), reading.rows(), query),
        () -> order(reading),
        () -> QueryCompiler.limit(sql, page),
        () -> QueryCompiler.offset(sql, page));
    related(reading.outer(), reading.rows(), reading.embed());
  }

  /** An aggregate takes NULL for 0 where it sorts: what is NULL is told apart before. */
  private void order(Reading reading) {
    Source rows = reading.rows();
    String separator = " ORDER BY ";
    for (Order key : QueryCompiler.total(rows, reading.query())) {
      String direction = key.descending() ? " DESC" : "";
      sql.add(separator);
      if (StatementCompiler.column(rows.relation(), key.column()).nullable()) {
        sql.column(rows.qualifier(), key.column()).add(" IS NOT NULL").add(direction).add(", ");
      }
      sql.column(rows.qualifier(), key.column()).add(direction);
      separator = ", ";
    }
  }

  /** Whether a page leaves out the only row there is. */
  private static boolean cuts(Page page) {
    return page.offset() > 0 || page.limit() < 1;
  }

  /** All related rows as one group, which is always there. */
  private void one(Reading reading) {
    Query query = reading.query();
    JsonSyntax json = reading.json();
    if (!query.columns().isEmpty()
        || !query.having().equals(Filter.EVERYTHING)
        || cuts(query.page())) {
      throw PlanProblem.NOT_SERVED.problem(
          "This database has no groups of related rows, but all of them together.",
          "Read them by their own path.");
    }
    sql.add(json.pieces().begin()).literal("[", json.backslashes()).add(json.pieces().between());
    object(json, reading.rows(), query);
    sql.add(json.pieces().between()).literal("]", json.backslashes()).add(json.pieces().end());
    related(reading.outer(), reading.rows(), reading.embed());
  }

  /** {@code FROM ... WHERE ...}: the rows at the other end of the relationship. */
  private void related(Source outer, Source rows, Selected.Embed embed) {
    sql.add(" FROM ").relation(rows.relation().name()).add(" ").identifier(rows.qualifier());
    Optional<Selected.Through> through = embed.through();
    if (through.isEmpty()) {
      sql.add(" WHERE ");
      join(outer, embed.relationship(), rows.qualifier());
    } else {
      Selected.Through step = through.get();
      Source between = new Source(compiler.relation(step.relationship().to()), freshAlias());
      sql.add(", ").relation(between.relation().name()).add(" ").identifier(between.qualifier());
      sql.add(" WHERE ");
      join(outer, step.relationship(), between.qualifier());
      sql.add(" AND ");
      join(between, embed.relationship(), rows.qualifier());
      and(between, step.filter());
    }
    and(rows, embed.query().filter());
  }

  private void join(Source from, Relationship relationship, String to) {
    List<String> columns = relationship.columns();
    for (int i = 0; i < columns.size(); i++) {
      sql.add(i == 0 ? "" : " AND ").column(to, relationship.targetColumns().get(i)).add(" = ");
      sql.column(from.qualifier(), columns.get(i));
    }
  }

  private void and(Source rows, Filter filter) {
    if (!filter.equals(Filter.EVERYTHING)) {
      sql.add(" AND ");
      new FilterText(sql, rows).condition(filter);
    }
  }

  /** The JSON text of one row. */
  private void object(JsonSyntax json, Source rows, Query query) {
    object(json, rows, query, i -> () -> expression(rows, query.selection().get(i)));
  }

  /**
   * @param expressions writes the value at a place of the selection
   */
  private void object(
      JsonSyntax json, Source rows, Query query, IntFunction<Runnable> expressions) {
    StringBuilder constant = new StringBuilder("{");
    sql.add(json.pieces().begin());
    for (int i = 0; i < query.selection().size(); i++) {
      Selected selected = query.selection().get(i);
      JsonKey.append(selected.name(), constant).append(':');
      sql.literal(constant.toString(), json.backslashes()).add(json.pieces().between());
      value(json, rows, selected, expressions.apply(i));
      sql.add(json.pieces().between());
      constant.setLength(0);
      constant.append(',');
    }
    sql.literal("}", json.backslashes()).add(json.pieces().end());
  }

  private void value(JsonSyntax json, Source rows, Selected selected, Runnable expression) {
    switch (selected) {
      case Selected.Field field -> {
        String template =
            json.value(StatementCompiler.column(rows.relation(), field.column()).type());
        orNull(json, () -> sql.template(template, expression));
      }
      case Selected.Aggregate aggregate -> {
        String template = json.value(AggregateText.type(rows, aggregate));
        orNull(json, () -> sql.template(template, expression));
      }
      case Selected.Embed embed when embed.many() -> expression.run();
      case Selected.Embed _ -> orNull(json, expression);
    }
  }

  private void expression(Source rows, Selected selected) {
    switch (selected) {
      case Selected.Field field -> sql.column(rows.qualifier(), field.column());
      case Selected.Aggregate aggregate -> AggregateText.write(sql, rows, aggregate);
      case Selected.Embed embed -> write(rows, embed);
    }
  }

  private void orNull(JsonSyntax json, Runnable text) {
    sql.template(json.absent(), text);
  }

  private String freshAlias() {
    String alias = "embed_" + ++aliases;
    return alias.equalsIgnoreCase(outermost) ? alias + "_" : alias;
  }
}
