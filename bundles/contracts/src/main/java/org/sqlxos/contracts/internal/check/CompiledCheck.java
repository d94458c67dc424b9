package org.sqlxos.contracts.internal.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Check;

/**
 * A check, ready to be evaluated.
 *
 * @param columns the columns it reads
 * @param rule the rule of a violation: {@code check}, or {@code range}, {@code length}, {@code
 *     enum} for the simple ones
 */
public record CompiledCheck(Check check, Term term, List<String> columns, String rule) {

  /** Whether a row surely breaks it. A check that is NULL holds. */
  public boolean isBrokenBy(@Nullable Object[] row) {
    return Truth.of(term.of(row)) == Truth.FALSE;
  }

  /** What is expected, for a person. */
  public String message() {
    return "%s expected (check \"%s\")".formatted(check.expression(), check.name());
  }
}
