package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Mutation;

/**
 * Updates for a database whose rows keep their key: a column of the key that gets the value that
 * the update selects its row by is left out, any other value is refused.
 */
final class KeptKey {

  private final Relation relation;

  KeptKey(Relation relation) {
    this.relation = relation;
  }

  Mutation.Update of(Mutation.Update update) {
    List<String> key = relation.identity().map(Key::columns).orElse(List.of());
    Map<String, Object> pinned = new HashMap<>();
    ReadBackCompiler.pin(update.filter(), pinned);
    List<String> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < update.columns().size(); i++) {
      String column = update.columns().get(i);
      Object value = update.values().get(i);
      if (!key.contains(column)) {
        columns.add(column);
        values.add(value);
      } else if (value == null || !value.equals(pinned.get(column))) {
        throw PlanProblem.NOT_SERVED.problem(
            "In this database a row keeps its key: \"%s\" cannot be changed.".formatted(column));
      }
    }
    if (columns.isEmpty()) {
      throw PlanProblem.NOT_SERVED.problem("There is nothing but the key to be changed.");
    }
    return update.withValues(columns, values);
  }
}
