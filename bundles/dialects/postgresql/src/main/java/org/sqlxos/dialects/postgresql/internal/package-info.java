/** PostgreSQL's dialect: tables of syntax, functions and types. */
@NullMarked
package org.sqlxos.dialects.postgresql.internal;

import org.jspecify.annotations.NullMarked;
