/** The {@code sqlx} command: one class a command. */
@NullMarked
package org.sqlxos.launcher;

import org.jspecify.annotations.NullMarked;
