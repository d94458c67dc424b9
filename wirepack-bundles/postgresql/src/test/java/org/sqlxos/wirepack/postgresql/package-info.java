/** What the pack asks and says, on real servers. */
@NullMarked
package org.sqlxos.wirepack.postgresql;

import org.jspecify.annotations.NullMarked;
