/** Texts written for JDBC, translated to a database's own. */
@NullMarked
package org.sqlxos.jdbc.internal.lexis;

import org.jspecify.annotations.NullMarked;
