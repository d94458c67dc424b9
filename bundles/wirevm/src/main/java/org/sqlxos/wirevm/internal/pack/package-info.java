/** Reads a wire pack's JSON document. What is wrong is told with its path and what was expected. */
@NullMarked
package org.sqlxos.wirevm.internal.pack;

import org.jspecify.annotations.NullMarked;
