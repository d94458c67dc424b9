package org.sqlxos.operation.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Routine;

/**
 * A call of a function or procedure. The outcome is {@link Outcome.Rows} with what it answers, or
 * {@link Outcome.Changed} where it answers nothing.
 *
 * @param arguments values by the names of arguments, in the caller's order; those that are absent
 *     get their default
 * @param rows what is wanted of the rows that it answers: a plain query of the relation that {@link
 *     Routine#rows} has; absent where it does not answer rows
 */
public record Call(Routine routine, Map<String, @Nullable Object> arguments, Optional<Query> rows)
    implements Statement {

  public Call {
    // Map.copyOf refuses nulls, and NULL is a value.
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  @Override
  public boolean writes() {
    return routine.writes();
  }

  /** The same with other arguments. */
  public Call withArguments(Map<String, @Nullable Object> arguments) {
    return new Call(routine, arguments, rows);
  }

  /** The same for other rows. */
  public Call withRows(Query rows) {
    return new Call(routine, arguments, Optional.of(rows));
  }
}
