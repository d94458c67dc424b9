/** Comparisons of the product with others; what all of them need. */
@NullMarked
package org.sqlxos.benchmarks;

import org.jspecify.annotations.NullMarked;
