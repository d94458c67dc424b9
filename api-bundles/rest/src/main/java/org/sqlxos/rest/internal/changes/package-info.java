/**
 * Takes a relation from {@code request} and gives a stream of its changes to {@code http}: heard of
 * or polled for, and read again with the rights of whoever listens.
 */
@NullMarked
package org.sqlxos.rest.internal.changes;

import org.jspecify.annotations.NullMarked;
