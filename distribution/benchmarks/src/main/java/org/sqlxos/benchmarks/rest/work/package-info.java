/** What is asked of every contender, and how each of them is asked. */
@NullMarked
package org.sqlxos.benchmarks.rest.work;

import org.jspecify.annotations.NullMarked;
