/** Our MongoDB beside the vendor's driver: {@code distribution/bench mongodb}. */
@NullMarked
package org.sqlxos.benchmarks.mongodb;

import org.jspecify.annotations.NullMarked;
