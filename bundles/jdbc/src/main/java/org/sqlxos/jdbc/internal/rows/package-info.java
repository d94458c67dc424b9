/** Rows, as they come or kept in memory. */
@NullMarked
package org.sqlxos.jdbc.internal.rows;

import org.jspecify.annotations.NullMarked;
