package org.sqlxos.security.internal.policy;

import java.util.Map;
import java.util.Optional;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.security.internal.condition.Condition;
import org.sqlxos.security.internal.condition.Operand;

/**
 * One permission of a role on a table.
 *
 * @param rows the rows that it is about, as they are before
 * @param check what has to hold of a row after it was written; empty if that is {@code rows}
 * @param set columns that get a value whatever the caller says
 * @param line of the policy file
 */
record Grant(
    Permission permission,
    ColumnSet columns,
    Condition rows,
    Optional<Condition> check,
    Map<String, Operand> set,
    int line) {

  Condition checked() {
    return check.orElse(rows);
  }
}
