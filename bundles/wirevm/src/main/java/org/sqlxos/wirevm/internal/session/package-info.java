/**
 * Connections that speak a compiled protocol: a {@code Conversation} follows its states, a {@code
 * Pipeline} keeps operations in order, a {@code WireSession} is what the platform borrows.
 */
@NullMarked
package org.sqlxos.wirevm.internal.session;

import org.jspecify.annotations.NullMarked;
