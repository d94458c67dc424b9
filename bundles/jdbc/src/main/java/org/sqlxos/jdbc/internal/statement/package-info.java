/** Statements. */
@NullMarked
package org.sqlxos.jdbc.internal.statement;

import org.jspecify.annotations.NullMarked;
