/** The conditions of policies: their grammar, and what becomes of them for one caller. */
@NullMarked
package org.sqlxos.security.internal.condition;

import org.jspecify.annotations.NullMarked;
