/** Results as JDBC sees them. */
@NullMarked
package org.sqlxos.jdbc.internal.result;

import org.jspecify.annotations.NullMarked;
