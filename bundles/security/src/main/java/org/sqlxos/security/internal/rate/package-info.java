/** How often somebody may come: token buckets, in bounded memory. */
@NullMarked
package org.sqlxos.security.internal.rate;

import org.jspecify.annotations.NullMarked;
