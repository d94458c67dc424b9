/** The one session that a connection has. */
@NullMarked
package org.sqlxos.jdbc.internal.link;

import org.jspecify.annotations.NullMarked;
