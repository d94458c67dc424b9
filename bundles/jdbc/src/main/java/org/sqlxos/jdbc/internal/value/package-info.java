/** Values in both directions, by JDBC's tables of conversions. */
@NullMarked
package org.sqlxos.jdbc.internal.value;

import org.jspecify.annotations.NullMarked;
