/** The WireVM: speaks to databases as wire packs describe them. It knows none of them by name. */
@NullMarked
package org.sqlxos.wirevm.internal;

import org.jspecify.annotations.NullMarked;
