package org.sqlxos.wirevm.internal.session;

import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.protocol.Slots;

/**
 * What an operation asks, kept for servers that want to hear it again with each part of the answer.
 *
 * @param statement has the statement's variables
 */
record Asked(Slots statement, Binding binding) {}
