/**
 * Tells people what is said on a connection. Takes the bytes of messages from {@code session}, and
 * decodes them once more, slowly: nothing here runs unless somebody asked for it.
 */
@NullMarked
package org.sqlxos.wirevm.internal.trace;

import org.jspecify.annotations.NullMarked;
