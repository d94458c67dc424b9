/**
 * Rows that stream in: takes a body line by line, gives inserts of a bounded size while the earlier
 * ones run.
 */
@NullMarked
package org.sqlxos.rest.internal.load;

import org.jspecify.annotations.NullMarked;
