package org.sqlxos.planner.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.Syntax.Upsert;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Mutation.OnConflict;
import org.sqlxos.operation.api.Mutation.Resolution;

/** Writes the end of an insert that says what becomes of rows whose key exists already. */
final class UpsertText {

  private final SqlText sql;
  private final Relation relation;
  private final Mutation.Insert insert;

  UpsertText(SqlText sql, Relation relation, Mutation.Insert insert) {
    this.sql = sql;
    this.relation = relation;
    this.insert = insert;
  }

  /** Writes nothing where the insert says nothing of it. */
  void write() {
    insert.onConflict().ifPresent(this::write);
  }

  private void write(OnConflict conflict) {
    Upsert upsert =
        sql.syntax()
            .forms()
            .upsert()
            .orElseThrow(
                () ->
                    PlanProblem.NOT_SERVED.problem(
                        "This database cannot insert rows that may exist already."));
    requireKey(conflict, upsert);
    boolean merge = conflict.resolution() == Resolution.MERGE;
    if (!merge && !upsert.namesKey() && !insert.returning().isEmpty()) {
      throw PlanProblem.NOT_SERVED.problem(
          "This database does not tell which of the rows were new. Ask for none of them back.");
    }
    sql.add(" ")
        .template(
            merge ? upsert.merge() : upsert.ignore(),
            () -> sql.list(conflict.key(), sql::identifier),
            () -> assignments(conflict, upsert, merge));
    if (!conflict.filter().equals(Filter.EVERYTHING) && merge) {
      if (!upsert.conditional()) {
        throw PlanProblem.NOT_SERVED.problem(
            "This database cannot choose which of the existing rows an insert may change.");
      }
      new FilterText(sql, relation).where(conflict.filter());
    }
  }

  private void requireKey(OnConflict conflict, Upsert upsert) {
    Set<String> wanted = Set.copyOf(conflict.key());
    List<Key> keys = relation instanceof Table table ? ReadBackCompiler.keys(table) : List.of();
    if (keys.stream().noneMatch(key -> wanted.equals(Set.copyOf(key.columns())))) {
      throw PlanProblem.NOT_IN_CATALOG.problem(
          "\"%s\" has no primary or unique key of the columns %s."
              .formatted(relation.name(), String.join(", ", conflict.key())));
    }
    Set<String> given = new HashSet<>(insert.columns());
    boolean ambiguous =
        keys.stream()
            .filter(key -> !wanted.equals(Set.copyOf(key.columns())))
            .anyMatch(key -> given.containsAll(key.columns()));
    if (!upsert.namesKey() && ambiguous) {
      throw PlanProblem.NOT_SERVED.problem(
          "The rows give more than one key, and this database cannot be told which of them decides"
              + " whether a row exists. Leave the other key out, or change the rows by PATCH.");
    }
  }

  private void assignments(OnConflict conflict, Upsert upsert, boolean merge) {
    List<String> changed =
        insert.columns().stream().filter(column -> !conflict.key().contains(column)).toList();
    // A row of nothing but its key stays as it is, and is returned all the same.
    List<String> assigned = changed.isEmpty() ? conflict.key().subList(0, 1) : changed;
    if (merge) {
      sql.list(
          assigned,
          column ->
              sql.identifier(column)
                  .add(" = ")
                  .template(upsert.incoming(), () -> sql.identifier(column), () -> {}));
    } else {
      sql.list(conflict.key().subList(0, 1), key -> sql.identifier(key).add(" = ").identifier(key));
    }
  }
}
