/**
 * Compares how the platform speaks to a database with what other clients do: {@code
 * distribution/bench wire}. {@link org.sqlxos.benchmarks.wire.WireBenchmark} takes the cases one
 * after the other, a {@link org.sqlxos.benchmarks.wire.Contest} runs one of them on all
 * contestants, round by round.
 */
@NullMarked
package org.sqlxos.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
