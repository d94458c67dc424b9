/** Cassandra's dialect: what CQL has of SQL. */
@NullMarked
package org.sqlxos.dialects.cassandra.internal;

import org.jspecify.annotations.NullMarked;
