/**
 * What a caller gets: rows written from a cursor as they come, and problem documents. Takes
 * outcomes and problems from {@code http}, gives bytes to the container.
 */
@NullMarked
package org.sqlxos.rest.internal.response;

import org.jspecify.annotations.NullMarked;
