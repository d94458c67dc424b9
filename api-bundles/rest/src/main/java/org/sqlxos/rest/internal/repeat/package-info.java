/**
 * Requests that are sent again: takes a request with an idempotency key, gives the answer that the
 * first one of this key had.
 */
@NullMarked
package org.sqlxos.rest.internal.repeat;

import org.jspecify.annotations.NullMarked;
