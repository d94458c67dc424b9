/**
 * Reads the text of simple SQL statements as structured ones: takes an {@code Sql} from whoever
 * made the operation, gives a {@code Query} or {@code Mutation} to all later phases.
 */
@NullMarked
package org.sqlxos.planner.internal.text;

import org.jspecify.annotations.NullMarked;
