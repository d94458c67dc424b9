/** SQLite's dialect: tables of syntax, functions and types. */
@NullMarked
package org.sqlxos.dialects.sqlite.internal;

import org.jspecify.annotations.NullMarked;
