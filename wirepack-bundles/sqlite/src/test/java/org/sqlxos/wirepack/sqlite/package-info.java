/** The pack in the engine, on real database files. */
@NullMarked
package org.sqlxos.wirepack.sqlite;

import org.jspecify.annotations.NullMarked;
