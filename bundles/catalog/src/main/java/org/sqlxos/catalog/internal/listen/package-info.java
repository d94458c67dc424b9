/** Listens to what databases tell of changes of their rows, and tells it on. */
@NullMarked
package org.sqlxos.catalog.internal.listen;

import org.jspecify.annotations.NullMarked;
