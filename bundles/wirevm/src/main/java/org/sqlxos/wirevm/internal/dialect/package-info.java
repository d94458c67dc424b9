/** Dialects that are data: their documents, and what is made of them. */
@NullMarked
package org.sqlxos.wirevm.internal.dialect;

import org.jspecify.annotations.NullMarked;
