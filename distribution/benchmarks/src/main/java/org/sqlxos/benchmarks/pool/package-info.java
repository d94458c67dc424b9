/** Our pool beside others: what it costs, whom it lets wait, and how it fails over. */
@NullMarked
package org.sqlxos.benchmarks.pool;

import org.jspecify.annotations.NullMarked;
