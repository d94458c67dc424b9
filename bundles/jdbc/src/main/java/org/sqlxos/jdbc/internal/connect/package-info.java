/** From a URL to the pack that answers to it. */
@NullMarked
package org.sqlxos.jdbc.internal.connect;

import org.jspecify.annotations.NullMarked;
