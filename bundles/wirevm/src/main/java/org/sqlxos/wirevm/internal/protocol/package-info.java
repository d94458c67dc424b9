/**
 * A declared protocol as data: framings, messages, states, operations. Made by {@code pack} from a
 * document, taken by {@code compile} to make code of it.
 */
@NullMarked
package org.sqlxos.wirevm.internal.protocol;

import org.jspecify.annotations.NullMarked;
