/** Bytes on their way: output that grows, input that is bounded, frames cut out of a stream. */
@NullMarked
package org.sqlxos.wirevm.internal.frame;

import org.jspecify.annotations.NullMarked;
