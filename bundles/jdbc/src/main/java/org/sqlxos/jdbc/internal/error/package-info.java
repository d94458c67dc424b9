/** What goes wrong, as JDBC tells it. */
@NullMarked
package org.sqlxos.jdbc.internal.error;

import org.jspecify.annotations.NullMarked;
