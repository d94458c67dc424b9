/** The dialect of MySQL and MariaDB: tables of syntax, functions and types. */
@NullMarked
package org.sqlxos.dialects.mysql.internal;

import org.jspecify.annotations.NullMarked;
