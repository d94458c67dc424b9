/**
 * The PLAN stage: takes a structured statement and the catalog, gives one SQL text of the
 * database's dialect with its parameters. Identifiers come from the catalog, values become
 * parameters: nothing that a caller sent enters the text.
 */
@NullMarked
package org.sqlxos.planner.internal;

import org.jspecify.annotations.NullMarked;
