/**
 * Sessions kept open and lent out, fairly and for a bounded time. A {@link
 * org.sqlxos.wirevm.internal.pool.ConnectionPool} lends what its connections have room for; who
 * finds none stands in its waiting line; its opener opens more as the size law says; its keeper
 * looks after those that rest.
 */
@NullMarked
package org.sqlxos.wirevm.internal.pool;

import org.jspecify.annotations.NullMarked;
