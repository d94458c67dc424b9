package org.sqlxos.planner.internal;

import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;

/**
 * A change in a database that does not tell how many rows it met. Its rows are asked for, by their
 * keys, and counted here.
 */
final class UncountedChange {

  private UncountedChange() {}

  /** The same change with rows to count; empty for one that has them, or makes its own. */
  static Optional<Mutation> telling(Mutation mutation, Relation relation) {
    if (!mutation.returning().isEmpty()) {
      return Optional.empty();
    }
    List<String> told =
        relation
            .identity()
            .map(Key::columns)
            .orElseGet(() -> relation.columns().stream().map(Column::name).toList());
    return switch (mutation) {
      case Mutation.Insert _ -> Optional.empty();
      case Mutation.Update update ->
          Optional.of(
              new Mutation.Update(
                  update.relation(),
                  update.columns(),
                  update.values(),
                  update.filter(),
                  update.place(),
                  told));
      case Mutation.Delete delete ->
          Optional.of(new Mutation.Delete(delete.relation(), delete.filter(), told));
    };
  }

  /** The number of the rows of an outcome. */
  static Outcome counted(Outcome outcome) {
    if (!(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    long count = 0;
    try (rows) {
      while (rows.cursor().next()) {
        count++;
      }
    }
    return new Outcome.Changed(count);
  }
}
