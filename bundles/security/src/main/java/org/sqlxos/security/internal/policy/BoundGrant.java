package org.sqlxos.security.internal.policy;

import java.util.Map;
import java.util.Set;
import org.sqlxos.security.internal.condition.Condition;
import org.sqlxos.security.internal.condition.Operand;

/**
 * A grant on one relation of a catalog.
 *
 * @param columns those that there are
 * @param rows the rows that it is about, as they are before
 * @param check what has to hold of a row after it was written
 * @param set columns that get a value whatever the caller says
 */
public record BoundGrant(
    Set<String> columns, Condition rows, Condition check, Map<String, Operand> set) {}
