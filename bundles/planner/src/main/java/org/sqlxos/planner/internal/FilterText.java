package org.sqlxos.planner.internal;

import java.util.List;
import java.util.Optional;
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
  private int aliases;

  /**
   * @param relation the outermost one; its name is what its columns are qualified with
   */
  FilterText(SqlText sql, Relation relation) {
    this.sql = sql;
    this.base = relation.name().name();
    this.relation = Optional.of(relation);
  }

  /** Of another relation than the outermost nothing more is known here. */
  private Optional<Column> column(String qualifier, String name) {
    return qualifier.equals(base)
        ? relation.flatMap(known -> known.column(name))
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
          sql.column(qualifier, compare.column())
              .add(operator(compare.comparison()))
              .parameter(compare.value(), column(qualifier, compare.column()));
      case Filter.In in -> in(qualifier, in);
      case Filter.Like like -> like(qualifier, like);
      case Filter.IsNull isNull -> sql.column(qualifier, isNull.column()).add(" IS NULL");
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
    Optional<Column> column = column(qualifier, in.column());
    sql.column(qualifier, in.column())
        .add(" IN (")
        .list(in.values(), value -> sql.parameter(value, column))
        .add(")");
  }

  private void like(String qualifier, Filter.Like like) {
    String template =
        like.ignoreCase() ? sql.syntax().caseInsensitiveLike() : sql.syntax().caseSensitiveLike();
    String pattern = LikePattern.of(like.pattern());
    sql.template(
        template, () -> sql.column(qualifier, like.column()), () -> sql.parameter(pattern));
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
