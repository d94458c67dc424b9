/**
 * What is in the tables, and how a contestant shows that it has read it: as numbers that depend on
 * the values alone, not on the classes in which a client gives them.
 */
@NullMarked
package org.sqlxos.benchmarks.wire.data;

import org.jspecify.annotations.NullMarked;
