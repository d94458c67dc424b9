/** The contenders: how each is built, started and ended. */
@NullMarked
package org.sqlxos.benchmarks.rest.peer;

import org.jspecify.annotations.NullMarked;
