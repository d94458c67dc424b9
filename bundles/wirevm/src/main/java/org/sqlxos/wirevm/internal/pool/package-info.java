/** Sessions kept open and lent out, fairly and for a bounded time. */
@NullMarked
package org.sqlxos.wirevm.internal.pool;

import org.jspecify.annotations.NullMarked;
