/** Asks the database what only it knows: which keys exist already, and which are missing. */
@NullMarked
package org.sqlxos.contracts.internal.lookup;

import org.jspecify.annotations.NullMarked;
