/** What tools ask of a database. */
@NullMarked
package org.sqlxos.jdbc.internal.metadata;

import org.jspecify.annotations.NullMarked;
