/** Contenders that take turns in one case after the other, and the table of what came out. */
@NullMarked
package org.sqlxos.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
