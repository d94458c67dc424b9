/** One component a configured database: connects its URL with the pack that knows the scheme. */
@NullMarked
package org.sqlxos.wirevm.internal.database;

import org.jspecify.annotations.NullMarked;
