package org.sqlxos.contracts.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Table;

/** The checks of one table, and the row that an insert without values would make. */
public final class TableChecks {

  private final List<CompiledCheck> checks = new ArrayList<>();
  private final @Nullable Object[] defaults;

  TableChecks(Table table) {
    for (Check check : table.checks()) {
      CheckCompiler.compile(check, table)
          .filter(compiled -> !compiled.columns().isEmpty())
          .ifPresent(checks::add);
    }
    defaults = new @Nullable Object[table.columns().size()];
    for (int i = 0; i < defaults.length; i++) {
      defaults[i] = defaultOf(table.columns().get(i));
    }
  }

  public List<CompiledCheck> checks() {
    return checks;
  }

  /** What a new row holds in columns that are not given: NULL or the default, where it is known. */
  public @Nullable Object[] newRow() {
    return defaults.clone();
  }

  /** The values of an existing row: none is known. */
  public @Nullable Object[] existingRow() {
    Object[] row = new Object[defaults.length];
    java.util.Arrays.fill(row, Term.UNSURE);
    return row;
  }

  /** Marks what was refused: no check can tell anything about it. */
  public static Object unknown() {
    return Term.UNSURE;
  }

  private static @Nullable Object defaultOf(Column column) {
    if (column.origin() != Origin.STORED) {
      return Term.UNSURE;
    }
    Optional<String> expression = column.defaultExpression();
    return expression.isEmpty() ? null : DefaultLiteral.value(expression.get(), column.type());
  }
}
