/** What sessions run at this moment, and how it is stopped: at its deadline, or when told so. */
@NullMarked
package org.sqlxos.wirevm.internal.running;

import org.jspecify.annotations.NullMarked;
