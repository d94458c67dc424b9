/**
 * The REST API beside what a team would write instead of it, each a process of its own, on one
 * database. {@code peer} starts them, {@code check} sees that all say the same, {@code load} runs
 * wrk; here they take turns.
 */
@NullMarked
package org.sqlxos.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
