/**
 * Evaluates check constraints as far as that is possible exactly; the rest is left to the database.
 */
@NullMarked
package org.sqlxos.contracts.internal.check;

import org.jspecify.annotations.NullMarked;
