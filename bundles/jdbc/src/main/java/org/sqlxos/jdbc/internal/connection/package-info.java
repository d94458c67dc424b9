/** Connections. */
@NullMarked
package org.sqlxos.jdbc.internal.connection;

import org.jspecify.annotations.NullMarked;
