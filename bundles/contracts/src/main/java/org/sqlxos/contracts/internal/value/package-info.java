/** Turns what a caller sent into the class that a column's universal type has, or refuses it. */
@NullMarked
package org.sqlxos.contracts.internal.value;

import org.jspecify.annotations.NullMarked;
