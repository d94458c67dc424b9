/** Load by wrk, and what came of it. */
@NullMarked
package org.sqlxos.benchmarks.rest.load;

import org.jspecify.annotations.NullMarked;
