package org.sqlxos.contracts.internal.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.contracts.internal.check.CompiledCheck;
import org.sqlxos.contracts.internal.check.TableChecks;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;

/**
 * Runs a table's checks over one row of values.
 *
 * @param columns of the values
 * @param inserts whether the row is a new one: then columns that are not given have their default
 */
record RowChecks(RowColumns columns, BodyPlace place, boolean inserts) {

  void run(TableChecks table, List<@Nullable Object> values) {
    if (table.checks().isEmpty()) {
      return;
    }
    @Nullable Object[] row = inserts ? table.newRow() : table.existingRow();
    for (int i = 0; i < columns.count(); i++) {
      if (columns.position(i) >= 0) {
        row[columns.position(i)] = known(table, columns.position(i), values.get(i));
      }
    }
    for (CompiledCheck check : table.checks()) {
      if (check.isBrokenBy(row)) {
        report(check);
      }
    }
  }

  private static @Nullable Object known(TableChecks table, int position, @Nullable Object value) {
    if (value == Place.REFUSED || value instanceof Earlier) {
      return TableChecks.unknown();
    }
    return value == Default.DEFAULT ? table.newRow()[position] : value;
  }

  private void report(CompiledCheck check) {
    if (check.columns().size() == 1) {
      place.column(check.columns().getFirst()).refuse(check.rule(), check.message());
    } else {
      place.refuseRow(check.rule(), check.message());
    }
  }
}
