package org.sqlxos.planner.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Filter.Related;

/** Writes a filter as a condition. */
final class FilterText {

  private final SqlText sql;
  private final String base;
  private final Optional<Relation> relation;
  private final BiConsumer<String, String> columns;
  private int aliases;

  /**
   * @param relation the outermost one; its name is what its columns are qualified with
   */
  FilterText(SqlText sql, Relation relation) {
    this(sql, Source.of(relation));
  }

  /** On rows that have another name than their relation's. */
  FilterText(SqlText sql, Source rows) {
    this(sql, rows.qualifier(), Optional.of(rows.relation()), sql::column);
  }

  private FilterText(
      SqlText sql, String base, Optional<Relation> relation, BiConsumer<String, String> columns) {
    this.sql = sql;
    this.base = base;
    this.relation = relation;
    this.columns = columns;
  }

  /**
   * On what is no column.
   *
   * @param columns writes what a name stands for, given the qualifier and the name
   */
  static FilterText of(SqlText sql, String base, BiConsumer<String, String> columns) {
    return new FilterText(sql, base, Optional.empty(), columns);
  }

  private SqlText column(String qualifier, String name) {
    columns.accept(qualifier, name);
    return sql;
  }

  /** Of another relation than the outermost nothing more is known here. */
  private Optional<Column> known(String qualifier, String name) {
    return qualifier.equals(base)
        ? relation.flatMap(present -> present.column(name))
        : Optional.empty();
  }

  /** Writes {@code WHERE ...}, or nothing where the filter lets everything through. */
  void where(Filter filter) {
    if (!filter.equals(Filter.EVERYTHING)) {
      sql.add(" WHERE ");
      condition(base, filter);
    }
  }

  /** Writes the filter as a condition on the outermost relation. */
  void condition(Filter filter) {
    condition(base, filter);
  }

  private void condition(String qualifier, Filter filter) {
    requireSaid(filter);
    switch (filter) {
      case Filter.And and -> joined(qualifier, and.parts(), " AND ", "1 = 1");
      case Filter.Or or -> joined(qualifier, or.parts(), " OR ", "1 = 0");
      case Filter.Not not -> {
        sql.add("NOT (");
        condition(qualifier, not.part());
        sql.add(")");
      }
      case Filter.Compare compare ->
          column(qualifier, compare.column())
              .add(operator(compare.comparison()))
              .parameter(compare.value(), known(qualifier, compare.column()));
      case Filter.In in -> in(qualifier, in);
      case Filter.Like like -> like(qualifier, like);
      case Filter.IsNull isNull -> column(qualifier, isNull.column()).add(" IS NULL");
      case Related related -> exists(qualifier, related);
    }
  }

  private void joined(String qualifier, List<Filter> parts, String word, String none) {
    if (parts.isEmpty()) {
      sql.add(none);
      return;
    }
    // Where there is nothing but AND nothing has to be kept together.
    boolean plain = sql.syntax().lacks(Lack.OR);
    String separator = plain ? "" : "(";
    for (Filter part : parts) {
      sql.add(separator);
      condition(qualifier, part);
      separator = word;
    }
    sql.add(plain ? "" : ")");
  }

  private void requireSaid(Filter filter) {
    switch (filter) {
      case Filter.Or _ -> sql.require(Lack.OR, "filter of alternatives");
      case Filter.Not _ -> sql.require(Lack.NOT, "filter for what is not so");
      case Filter.Compare compare when compare.comparison() == Comparison.NOT_EQUAL ->
          sql.require(Lack.NOT_EQUAL, "filter for what is not equal");
      case Filter.IsNull _ -> sql.require(Lack.IS_NULL, "filter for what has no value");
      case Filter.Like _ -> sql.require(Lack.PATTERNS, "patterns in filters");
      case Related _ -> sql.require(Lack.SUBQUERIES, "filter by related rows");
      case Filter.And and when and.parts().isEmpty() -> sql.require(Lack.OR, "empty filter");
      case Filter.In in when in.values().isEmpty() -> sql.require(Lack.OR, "filter for nothing");
      case Filter.And _, Filter.Compare _, Filter.In _ -> {}
    }
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " <> ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }

  private void in(String qualifier, Filter.In in) {
    if (in.values().isEmpty()) {
      sql.add("1 = 0");
      return;
    }
    Optional<Column> known = known(qualifier, in.column());
    column(qualifier, in.column())
        .add(" IN (")
        .list(in.values(), value -> sql.parameter(value, known))
        .add(")");
  }

  private void like(String qualifier, Filter.Like like) {
    String template =
        like.ignoreCase() ? sql.syntax().caseInsensitiveLike() : sql.syntax().caseSensitiveLike();
    String pattern = LikePattern.of(like.pattern());
    sql.template(template, () -> column(qualifier, like.column()), () -> sql.parameter(pattern));
  }

  // No AS before the alias: not every database takes it there, and none needs it.
  private void exists(String qualifier, Related related) {
    String alias = freshAlias();
    sql.add("EXISTS (SELECT 1 FROM ")
        .relation(related.relationship().to())
        .add(" ")
        .identifier(alias)
        .add(" WHERE ");
    for (int i = 0; i < related.relationship().columns().size(); i++) {
      sql.column(alias, related.relationship().targetColumns().get(i))
          .add(" = ")
          .column(qualifier, related.relationship().columns().get(i));
      sql.add(" AND ");
    }
    condition(alias, related.filter());
    sql.add(")");
  }

  // An inner alias equal to the outer relation's name would hide it.
  private String freshAlias() {
    String alias = "related_" + ++aliases;
    return alias.equalsIgnoreCase(base) ? alias + "_" : alias;
  }
}
