/** What a dialect's words have to mean in the database itself, whichever that is. */
@NullMarked
package org.sqlxos.testkit.dialect;

import org.jspecify.annotations.NullMarked;
