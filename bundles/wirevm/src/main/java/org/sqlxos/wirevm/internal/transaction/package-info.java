/** The transaction that a session is in, with its savepoints, whichever way it is spoken to. */
@NullMarked
package org.sqlxos.wirevm.internal.transaction;

import org.jspecify.annotations.NullMarked;
