/**
 * Who asks, and what they may see and do. {@link org.sqlxos.security.internal.SecurityGate} is the
 * page to read first.
 */
@NullMarked
package org.sqlxos.security.internal;

import org.jspecify.annotations.NullMarked;
