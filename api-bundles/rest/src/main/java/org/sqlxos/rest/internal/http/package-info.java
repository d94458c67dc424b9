/**
 * The servlet and what it does for each target: makes an operation of a request, hands it to the
 * pipeline and has the outcome written. The databases present and the requests in flight are kept
 * here.
 */
@NullMarked
package org.sqlxos.rest.internal.http;

import org.jspecify.annotations.NullMarked;
