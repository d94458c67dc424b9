/** What MariaDB's ways to authenticate need beyond the engine's primitives. */
@NullMarked
package org.sqlxos.wirepack.mysql.internal;

import org.jspecify.annotations.NullMarked;
