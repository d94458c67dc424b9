package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ReadBack.Moment;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;

/**
 * Writes mutations that return rows for a database without RETURNING: the write, and a query of the
 * same transaction for the rows it changes.
 *
 * <ul>
 *   <li>A delete reads the rows first, and locks them, so that it deletes what was read.
 *   <li>An update by a key reads by that key, with its new values. Any other reads by its own
 *       filter, which holds afterwards too if it says nothing of what changes.
 *   <li>An insert reads by {@link InsertedKey}.
 * </ul>
 *
 * <p>What cannot be told apart from other rows is refused before anything is written; what a
 * trigger does to keys is noticed by EXECUTE, which counts.
 */
final class ReadBackCompiler {

  private final StatementCompiler compiler;
  private final Relation relation;

  ReadBackCompiler(StatementCompiler compiler, Relation relation) {
    this.compiler = compiler;
    this.relation = relation;
  }

  TargetStatement mutation(Mutation mutation) {
    return switch (mutation) {
      case Mutation.Insert insert -> insert(insert);
      case Mutation.Update update -> {
        Filter changed = changed(update);
        SqlText query = QueryCompiler.filtered(rows(update, changed), changed);
        TargetStatement rows = query.target(result(update), false);
        yield write(update).withReadBack(new ReadBack(rows, Moment.AFTER, Optional.empty()));
      }
      case Mutation.Delete delete -> {
        SqlText rows = rows(delete, delete.filter());
        QueryCompiler.filtered(rows, delete.filter());
        rows.end(rows.syntax().readBack().orElseThrow().lockRows());
        TargetStatement locked = rows.target(result(delete), false);
        yield write(delete).withReadBack(new ReadBack(locked, Moment.BEFORE, Optional.empty()));
      }
    };
  }

  private TargetStatement insert(Mutation.Insert insert) {
    Mutation.Insert told = withoutDefaults(insert);
    InsertedKey key =
        InsertedKey.of(told, relation, keys(told), compiler.sql().syntax())
            .orElseThrow(
                () ->
                    PlanProblem.NOT_SERVED.problem(
                        "\"%s\" has no key whose values are known before the row is there;"
                                .formatted(relation.name().name())
                            + " this database cannot return such a row. Give the key a value."));
    SqlText rows = rows(insert, key.filter());
    key.order(rows, relation);
    QueryCompiler.filtered(rows, key.filter());
    Moment moment = rows.syntax().lacks(Lack.UNIQUE_KEYS) ? Moment.NEW : Moment.AFTER;
    return write(key.withEvaluated(told))
        .withReadBack(
            new ReadBack(
                rows.target(result(insert), false), moment, key.evaluation(compiler.sql())));
  }

  /** A column that gets its default in every row is as good as none. */
  private static Mutation.Insert withoutDefaults(Mutation.Insert insert) {
    List<String> columns = new ArrayList<>(insert.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    insert.rows().forEach(row -> rows.add(new ArrayList<@Nullable Object>(row)));
    for (int i = columns.size() - 1; i >= 0; i--) {
      int place = i;
      if (rows.stream().allMatch(row -> row.get(place) == Default.DEFAULT)) {
        columns.remove(place);
        rows.forEach(row -> row.remove(place));
      }
    }
    return columns.size() == insert.columns().size() ? insert : insert.withRows(columns, rows);
  }

  private TargetStatement write(Mutation mutation) {
    return compiler.write(relation, mutation).target(List.of(), true);
  }

  private SqlText rows(Mutation mutation, Filter filter) {
    String base = relation.name().name();
    SqlText sql = compiler.sql();
    sql.add("SELECT ").list(mutation.returning(), column -> sql.column(base, column));
    sql.add(" FROM ").relation(relation.name());
    new FilterText(sql, relation).where(filter);
    return sql;
  }

  private List<ResultColumn> result(Mutation mutation) {
    return StatementCompiler.result(relation, mutation.returning());
  }

  private List<Key> keys() {
    return switch (relation) {
      case Table table -> keys(table);
      case View _ -> List.of();
    };
  }

  /** Every key, the primary one first. */
  static List<Key> keys(Table table) {
    List<Key> keys = new ArrayList<>(table.primaryKey().stream().toList());
    keys.addAll(table.uniqueKeys());
    return keys;
  }

  /** Rows that may have existed before are known by the key that decides about it, and no other. */
  private List<Key> keys(Mutation.Insert insert) {
    if (insert.onConflict().isEmpty()) {
      return keys();
    }
    Mutation.OnConflict conflict = insert.onConflict().get();
    return List.of(new Key("conflict", conflict.key()));
  }

  /** What is true of the changed rows and of no others once they are changed. */
  private Filter changed(Mutation.Update update) {
    Map<String, Object> pinned = new HashMap<>();
    pin(update.filter(), pinned);
    for (Key key : keys()) {
      if (pinned.keySet().containsAll(key.columns())) {
        Optional<Filter> after = after(key, pinned, update);
        if (after.isPresent()) {
          return after.get();
        }
      }
    }
    if (new FilterColumns(relation, update.columns()).touchedBy(update.filter())) {
      throw PlanProblem.NOT_SERVED.problem(
          "This database cannot return the rows of an update that changes what it selects them by,"
              + " unless that is a whole key.");
    }
    return update.filter();
  }

  private static Optional<Filter> after(
      Key key, Map<String, Object> pinned, Mutation.Update update) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String column : key.columns()) {
      int changed = update.columns().indexOf(column);
      Object value = changed < 0 ? pinned.get(column) : update.values().get(changed);
      if (value == null || value == Default.DEFAULT) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(Filter.equal(key.columns(), values));
  }

  static void pin(Filter filter, Map<String, Object> pinned) {
    switch (filter) {
      case Filter.And and -> and.parts().forEach(part -> pin(part, pinned));
      case Filter.Compare compare when compare.comparison() == Filter.Comparison.EQUAL ->
          pinned.putIfAbsent(compare.column(), compare.value());
      case Filter.Compare _,
          Filter.Or _,
          Filter.Not _,
          Filter.In _,
          Filter.Like _,
          Filter.IsNull _,
          Filter.Related _ -> {}
    }
  }
}
